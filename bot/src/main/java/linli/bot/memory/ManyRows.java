package linli.bot.memory;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records handed to one statement as JSON, for {@code json_to_recordset}: its text is the same however many there are, so
 * that neither side reads it anew each time. Names are those of the components in snake case; bytes arrive as Base64.
 */
public final class ManyRows extends BaseTypeHandler<Collection<?>> {

    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Collection<?> rows, JdbcType type) throws SQLException {
        statement.setString(index, JSON.writeValueAsString(rows));
    }

    @Override
    public Collection<?> getNullableResult(ResultSet rows, String column) {
        throw new UnsupportedOperationException("rows are written, not read");
    }

    @Override
    public Collection<?> getNullableResult(ResultSet rows, int column) {
        throw new UnsupportedOperationException("rows are written, not read");
    }

    @Override
    public Collection<?> getNullableResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("rows are written, not read");
    }
}
