package linli.bot.workbench;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ReleaseMapper {

    Long begin(@Param("base") String base, @Param("trains") boolean trains, @Param("by") String by, @Param("at") Instant at, @Param("alive") Instant alive);

    int giveUpDead(@Param("before") Instant before, @Param("failure") String failure);

    void hold(@Param("id") long id, @Param("lexicon") byte[] lexicon, @Param("lexiconVersion") String lexiconVersion, @Param("model") byte[] model,
            @Param("modelVersion") String modelVersion, @Param("total") int total);

    int progress(@Param("id") long id, @Param("done") int done, @Param("alive") Instant alive);

    void differ(@Param("id") long id, @Param("d") Differing difference);

    int ready(@Param("id") long id, @Param("done") int done, @Param("differences") int differences);

    void fail(@Param("id") long id, @Param("failure") String failure);

    int discard(@Param("id") long id);

    void dropReady();

    void retire();

    int putLive(@Param("id") long id, @Param("base") String base, @Param("by") String by, @Param("at") Instant at);

    Release latest(@Param("base") String base);

    Release live(@Param("base") String base);

    Long liveId(@Param("base") String base);

    Stored stored(@Param("id") long id);

    List<Release.Difference> differences(@Param("id") long id, @Param("most") int most);

    /** The bytes of a release. */
    record Stored(byte[] lexicon, byte[] model) {}

    /** A line by its id, and how it was and would be read. */
    record Differing(long messageId, ReadAs was, ReadAs now) {}

    record ReadAs(String level, String category, String action) {}
}
