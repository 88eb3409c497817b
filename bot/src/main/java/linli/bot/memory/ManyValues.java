package linli.bot.memory;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * Numbers, words or constants handed to one statement as one array, for {@code any} and {@code unnest}: a list in brackets
 * ends at 65,535 parameters and is another text for each length. Cast it where it is used, for an empty one is of words.
 */
public final class ManyValues extends BaseTypeHandler<Collection<?>> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Collection<?> values, JdbcType type) throws SQLException {
        boolean numbers = values.stream().filter(Objects::nonNull).findFirst().filter(Long.class::isInstance).isPresent();
        Object[] array = numbers
                ? values.toArray()
                : values.stream().map(value -> value == null ? null : value.toString()).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(numbers ? "bigint" : "text", array));
    }

    @Override
    public Collection<?> getNullableResult(ResultSet rows, String column) {
        throw new UnsupportedOperationException("values are written, not read");
    }

    @Override
    public Collection<?> getNullableResult(ResultSet rows, int column) {
        throw new UnsupportedOperationException("values are written, not read");
    }

    @Override
    public Collection<?> getNullableResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("values are written, not read");
    }
}
