package linli.bot.workbench;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface CorrectionMapper {

    void note(@Param("c") Noted correction);

    List<Correction> inState(@Param("state") Correction.State state, @Param("most") int most);

    int count(@Param("state") Correction.State state);

    int decide(@Param("id") long id, @Param("state") Correction.State state, @Param("words") String words, @Param("by") String by, @Param("at") Instant at);

    int dropUndecided(@Param("before") Instant before);

    /** A correction before it has an id. */
    record Noted(
            Correction.Kind kind, Long messageId, Long ticketId, String words, String was, String shouldBe, String labels, String by, Instant at) {}
}
