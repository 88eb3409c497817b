package linli.bot.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AuditMapper {

    void insert(Instant at, String actor, String action, String target, String detail);

    boolean exists(String actor, String action, String target, Instant since);

    List<AuditEntry> findOf(List<String> patterns, Long before, int most);

    List<AuditEntry> findBefore(Long id, int most);
}
