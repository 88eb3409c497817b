package linli.bot.ticket;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.springframework.stereotype.Component;

/** {@code text[]} as a list of strings. A bean, so that MyBatis knows it before it reads the mappers. */
@Component
@MappedTypes(List.class)
class TextListHandler extends BaseTypeHandler<List<String>> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, List<String> value, JdbcType type) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", value.toArray()));
    }

    @Override
    public List<String> getNullableResult(ResultSet rows, String column) throws SQLException {
        return listOf(rows.getArray(column));
    }

    @Override
    public List<String> getNullableResult(ResultSet rows, int column) throws SQLException {
        return listOf(rows.getArray(column));
    }

    @Override
    public List<String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return listOf(call.getArray(column));
    }

    private static List<String> listOf(Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
