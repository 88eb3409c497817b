package linli.bot.wecom.archive;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ArchiveMapper {

    void ensureCursor(String source);

    Long lease(String source, String puller, long seconds);

    int advance(String source, String puller, long from, long to, boolean behind);

    CursorRow find(String source);

    boolean anyBehind();

    void release(String source, String puller);

    void quarantine(SetAside item);

    List<ArchiveItem> findQuarantined(String source);

    void released(String source, long seq);

    long countQuarantined(String source);
}
