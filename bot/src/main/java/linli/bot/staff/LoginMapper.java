package linli.bot.staff;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface LoginMapper {

    LoginRow findForUpdate(long staffId);

    LoginRow find(long staffId);

    List<LoginState> findStates(Instant now);

    void put(long staffId, String hash, boolean mustChange, Instant at);

    void fail(long staffId, int failures, Instant lockedUntil);

    void clear(long staffId);

    boolean hasLogin(String role);
}
