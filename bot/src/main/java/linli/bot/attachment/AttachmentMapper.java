package linli.bot.attachment;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface AttachmentMapper {

    long insert(@Param("a") NewAttachment attachment, @Param("content") byte[] content, @Param("now") Instant now);

    List<Attachment> find(List<Long> ids);

    Stored content(long id);

    void keep(@Param("ids") List<Long> ids, @Param("now") Instant now);

    /** @return null when WeCom does not have it, or not for much longer */
    String mediaId(@Param("id") long id, @Param("now") Instant now);

    void uploaded(@Param("id") long id, @Param("mediaId") String mediaId, @Param("until") Instant until);

    int dropUnkept(@Param("before") Instant before);

    int forget(@Param("before") Instant before);

    record NewAttachment(AttachmentKind kind, String name, String mediaType, int size, String url, String description, String addedBy) {}

    /** A row of its own, since MyBatis takes a bare byte array for many results. */
    record Stored(byte[] content) {}
}
