package linli.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import linli.bot.community.Areas;
import linli.bot.community.ChatGroups;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotAllowed;
import linli.bot.settings.Settings;
import linli.bot.staff.StaffMembers;
import linli.bot.time.ClockStore;
import linli.bot.time.CommunityClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The community's list of words that no notice may carry. */
@SpringBootTest
class RefusedWordsTests {

    @Autowired
    RefusedWords words;

    @Autowired
    Notices notices;

    @Autowired
    JdbcTemplate jdbc;

    private NoticeFixtures here;

    @BeforeEach
    void community(
            @Autowired Areas areas, @Autowired ChatGroups groups, @Autowired ClockStore clock, @Autowired StaffMembers staff,
            @Autowired Settings settings, @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction,
            @Autowired CommunityClock now) {
        here = new NoticeFixtures(jdbc, areas, groups, clock, notices, staff, settings, events, transaction, now);
        here.reset();
        jdbc.execute("truncate refused_word");
    }

    private NoticeDraft saying(String content) {
        return new NoticeDraft("waste-sorting", null, Map.of("content", content), here.buildings("12"), null);
    }

    @Test
    void aWordIsFoundHoweverItIsSpreadOut() {
        words.add("后果自负", "改为“请注意安全”", NoticeFixtures.CLERK);
        assertThat(words.hits("乱扔者后 果·自\u200B负。")).extracting(hit -> "乱扔者后 果·自\u200B负。".substring(hit.from(), hit.to()))
                .containsExactly("后 果·自\u200B负");
        assertThat(notices.preview(saying("乱扔者后果 自负")).problems()).contains("正文里有“后果自负”，不能这样写（改为“请注意安全”），请改写。");

        Notice notice = notices.create(null, saying("乱扔垃圾，后果自负。"), NoticeFixtures.CLERK);
        assertThatThrownBy(() -> notices.submit(notice.id(), null, true, NoticeFixtures.CLERK)).isInstanceOf(Invalid.class).hasMessageContaining("后果自负");
    }

    @Test
    void aWordThatIsAddedMeanwhileStopsTheReview() {
        Notice notice = here.submitted(saying("请邻居们自觉分类"));
        words.add("自觉分类", "", NoticeFixtures.DESK);
        assertThatThrownBy(() -> notices.approve(notice.id(), null, null, NoticeFixtures.REVIEWER)).hasMessageContaining("请退回给作者改写");
    }

    @Test
    void whoWritesMayAddButNotTakeOff() {
        words.add("ＡＢＣ123", null, NoticeFixtures.CLERK);
        assertThatThrownBy(() -> words.add("abc 123", null, NoticeFixtures.REVIEWER)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> words.add("死", null, NoticeFixtures.REVIEWER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> words.add("！！……", null, NoticeFixtures.REVIEWER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> words.add("曝光名单", null, NoticeFixtures.REVIEWER)).as("it comes with the program").isInstanceOf(Conflict.class);
        long id = words.all().get(0).id();
        assertThatThrownBy(() -> words.remove(id, NoticeFixtures.CLERK)).isInstanceOf(NotAllowed.class);
        words.remove(id, NoticeFixtures.REVIEWER);
        assertThatThrownBy(() -> words.remove(id, NoticeFixtures.REVIEWER)).isInstanceOf(Conflict.class);
        assertThat(words.hits("ABC123")).isEmpty();
        assertThat(words.removed()).extracting(RefusedWord::removedName).containsExactly("吴敏");
        assertThat(words.all()).allMatch(RefusedWord::isGiven);
    }
}
