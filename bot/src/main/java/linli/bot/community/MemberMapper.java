package linli.bot.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MemberMapper {

    Member find(long groupId, String externalId);

    List<Member> findAmong(long groupId, Collection<String> externalIds);

    List<Member> findByGroup(long groupId);

    void learn(String chatId, String memberId, String nickname, boolean internal, Instant at);

    void left(String chatId, String memberId, Instant at);

    void consent(String memberId, boolean agreed);

    void ensure(long groupId, String memberId, Instant at);

    void optOut(long groupId, String memberId, boolean out);

    List<ConsentShare> consentShares();

    double consentShare(long groupId);

    Long groupOf(String chatId);
}
