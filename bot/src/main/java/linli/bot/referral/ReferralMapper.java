package linli.bot.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linli.bot.staff.DataScope;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** SQL of the referrals. */
@Mapper
interface ReferralMapper {

    void insert(@Param("ticketId") long ticketId, @Param("h") HandOff handOff, @Param("by") String by, @Param("at") Instant at);

    Referral latest(long ticketId);

    List<Referral> findOpen(@Param("scope") DataScope scope, @Param("most") int most);

    int countDue(@Param("scope") DataScope scope, @Param("day") LocalDate day);

    int update(long ticketId, String externalNo, LocalDate followUp);

    void close(long ticketId, Instant at);

    void reopen(long ticketId);

    void deleteOpen(long ticketId);
}
