package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import linli.bot.attachment.Attachments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture, a file and a link go out beside the words, each once, to each group. */
class AttachedTests extends NoticesInTheSandbox {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

    @Autowired
    Attachments attachments;

    @BeforeEach
    void anAfternoon() {
        clock("2026-08-13T14:00:00");
        confirm("wangge2"); // What other tests left waiting.
    }

    private List<Long> three() {
        List<Long> ids = new ArrayList<>();
        ids.add(attachments.addFile("停水区域图.png", PNG, CLERK).id());
        ids.add(attachments.addFile("说明.txt", "请储水，关好龙头。".getBytes(java.nio.charset.StandardCharsets.UTF_8), CLERK).id());
        ids.add(attachments.addLink("更多", "https://example.cn/a", "看看", CLERK).id());
        return ids;
    }

    private Notice sending(List<Long> attached) {
        return sending(new NoticeDraft("waste-sorting", null, Map.of("content", "厨余垃圾 " + UUID.randomUUID()), buildings("12", "13"), null).attach(attached));
    }

    private List<String> heard(String group, long since) {
        return jdbc.sql("select l.kind || ' ' || convert_from(l.body, 'UTF8') from sandbox.message l join sandbox.chat_group g on g.id = l.group_id "
                        + "where g.name = ? and l.seq > ? and l.kind != 'TEXT' order by l.seq")
                .params(group, since).query(String.class).list();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(seq), 0) from sandbox.message").query(Long.class).single();
    }

    @Test
    void eachGroupGetsThemAfterTheWordsAndTheMediumIsUploadedOnce() {
        long before = last();
        Notice notice = sending(three());
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);

        for (String group : List.of("12栋邻里群", "13栋邻里群")) {
            assertThat(heard(group, before)).containsExactly("IMAGE 停水区域图.png", "FILE 说明.txt", "LINK 更多");
        }
        Notice again = sending(notice.attachments());
        awaitAll(again, DeliveryStatus.TASK_CREATED);
        assertThat(jdbc.sql("select count(*) from sandbox.media where name = '停水区域图.png'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anUploadThatFailsIsTriedAgainAndNothingIsSentTwice() {
        long before = last();
        fault(Map.of("path", "media/upload", "loseAnswer", true, "times", 1));
        Notice notice = sending(three());
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
        confirm("wangge2");
        awaitAll(notice, DeliveryStatus.SENT);
        assertThat(heard("12栋邻里群", before)).hasSize(3);
    }

    @Test
    void aMediumThatWeComDroppedIsUploadedAnew() {
        List<Long> ids = three();
        attachments.uploaded(ids.get(0), "3nothing-there", machine.now().plusSeconds(3600));
        Notice notice = sending(ids);
        awaitAll(notice, DeliveryStatus.TASK_CREATED);
    }
}
