package linli.admin.tickets;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import java.util.UUID;
import linli.bot.parsing.Level;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.ActionForm;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketAction;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One ticket through its page, step by step. */
class TicketsPageTests extends AtTheTickets {

    @Autowired
    TicketLists lists;

    @Test
    void aWorkerSeesTheTicketsOfTheOwnGridAndNoneOfAnother() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");

        assertThat(mvc.get().uri("/tickets").with(as(worker))).hasStatusOk().bodyText()
                .contains(ticket.no(), "12栋2单元 电梯停运", "待受理", "受理");
        assertThat(mvc.get().uri("/tickets").with(as(otherGrid))).hasStatusOk().bodyText().doesNotContain(ticket.no());
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(otherGrid))).hasStatus(404).bodyText().contains("没有找到");
        assertThat(act(otherGrid, ticket, TicketAction.ACCEPT, 0)).hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).hasStatusOk().bodyText().contains("12栋邻里群", "经过");
    }

    @Test
    void whoHasNoPartInTicketsMayNotOpenThem() {
        assertThat(mvc.get().uri("/tickets").with(as(person("gonggao1", "吴丽", Role.CLERK, null)))).hasStatus(403);
        assertThat(mvc.get().uri("/desk").with(as(person("gonggao1", "吴丽", Role.CLERK, null)))).hasStatusOk();
    }

    @Test
    void theFormShowsTheLineTheGroupWillHearAndTheWayItGoes() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/transitions/ACCEPT?expected=今天 18:00 前检修").with(as(worker)))
                .hasStatusOk().bodyText()
                .contains("【已受理】" + ticket.no() + " 12栋2单元电梯", "今天 18:00 前检修", "受理（回复待发送）", "只受理，不发群")
                .doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void acceptingSaysSoAndASecondTapDoesNoHarm() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(act(worker, ticket, TicketAction.ACCEPT, ticket.version())).hasRedirectedUrl("/tickets/" + ticket.no());
        assertThat(act(worker, ticket, TicketAction.ACCEPT, ticket.version())).hasRedirectedUrl("/tickets/" + ticket.no());

        assertThat(now(ticket).status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(tickets.history(ticket.id()).stream().filter(event -> event.is(TicketAction.ACCEPT))).hasSize(1);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("已受理", "陈静", "今天 12:00 前检修", "办结");
    }

    @Test
    void whoSavesOverAColleaguesChangeIsAskedToLookFirst() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        act(colleague, ticket, TicketAction.ACCEPT, ticket.version());

        MvcTestResult stale = mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .header("HX-Request", "true")
                .param("action", "RESOLVE").param("text", "20:10 恢复运行").param("version", String.valueOf(ticket.version())).param("tell", "true")
                .exchange();

        assertThat(stale).hasStatus(409).bodyText().contains("已被", "请刷新后再提交", "20:10 恢复运行");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.ACCEPTED);
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(desk)).with(csrf())
                .param("action", "REJECT").param("text", "已转水务").param("version", "0"))
                .hasStatus(422).bodyText().contains("请选择不受理的原因", "已转水务");
    }

    @Test
    void theWordsOfARestrictedTicketAreForOwnerAndDesk() {
        Ticket ticket = open(Level.TICKET, true, "楼上天天吵架");

        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(colleague))).bodyText().contains("涉及隐私");
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(desk))).bodyText().doesNotContain("只有经办人");
    }

    @Test
    void aTapCanBeTakenBackByWhoeverTappedAndByNobodyElse() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        MvcTestResult done = mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .header("HX-Request", "true").param("action", "VOID").param("text", "误报").param("version", "0").exchange();
        assertThat(done).hasStatusOk().bodyText().contains("误报，已撤销", "10 秒内可撤销", "/tickets/" + ticket.no() + "/undo");
        String event = String.valueOf(tickets.history(ticket.id()).get(tickets.history(ticket.id()).size() - 1).id());

        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(otherGrid)).with(csrf()).param("event", event)).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(colleague)).with(csrf()).param("event", event)).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/undo").with(as(worker)).with(csrf()).header("HX-Request", "true").param("event", event))
                .hasStatusOk().bodyText().contains("已撤销刚才的操作");

        assertThat(now(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("当时就撤销了", "撤销了上一步");
    }

    @Test
    void whoElseHasTheTicketOpenIsSaid() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(colleague))).hasStatusOk().bodyText().doesNotContain("said-wait");

        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker))).bodyText().contains("刘洋", "正在处理");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/here").with(as(colleague))).bodyText().contains("陈静", "正在处理");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/here").with(as(otherGrid))).hasStatus(404);
    }

    @Test
    void aStepThatHasNoFormCannotBePosted() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");

        assertThat(act(desk, ticket, TicketAction.EXPIRE, 0)).hasStatus(404);
        assertThat(act(desk, ticket, TicketAction.WHISTLE, 0)).hasStatus(404);
    }

    @Test
    void everyStepOfferedHasAFormThatOpens() {
        Ticket ticket = open(Level.TICKET, false, "电梯停了");
        for (TicketAction action : TicketAction.values()) {
            if (action.isFor(desk.actor())) {
                assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/transitions/" + action).with(as(desk))).as(action.name()).hasStatusOk();
            }
        }
    }

    @Test
    void aTicketOfTwoThingsIsSplitAndAMergedOnePartedAtTheConsole() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了，路灯也不亮");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/split").with(as(worker))).hasStatusOk().bodyText().contains("拆成两件");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/split").with(as(otherGrid))).hasStatus(404);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("matter", "找 13812345678").param("category", "FACIL")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("version", "99").param("matter", "路灯不亮")).hasStatus(409);
        assertThat(mvc.post().uri("/tickets/" + ticket.no() + "/split").with(as(worker)).with(csrf()).param("version", "" + ticket.version()).param("matter", "路灯不亮").param("category", "FACIL"))
                .hasStatus3xxRedirection();
        Ticket second = tickets.get(lists.search(TicketFilter.ALL, DataScope.COMMUNITY).get(0).id());
        assertThat(second.matter()).isEqualTo("路灯不亮");

        tickets.act(second.no(), TicketAction.MERGE, desk.actor(), new ActionForm(null, null, null, null, null, null, ticket.no(), false));
        assertThat(mvc.get().uri("/tickets/" + second.no()).with(as(desk))).bodyText().contains("取消合并");
        assertThat(mvc.get().uri("/tickets/" + second.no()).with(as(worker))).bodyText().doesNotContain("取消合并</button>");
        assertThat(mvc.post().uri("/tickets/" + second.no() + "/unmerge").with(as(worker)).with(csrf())).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/" + second.no() + "/unmerge").with(as(desk)).with(csrf())).hasStatus3xxRedirection();
        assertThat(tickets.get(second.id()).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void whatWaitedForTheNetworkIsDoneOnceHoweverOftenItArrives() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");
        String key = UUID.randomUUID().toString();
        assertThat(note(ticket, worker, key, "已联系维保")).hasStatusOk();
        assertThat(note(ticket, worker, key, "已联系维保")).hasStatus(204);
        assertThat(note(ticket, desk, key, "前台也记一笔")).hasStatusOk();
        assertThat(tickets.history(ticket.id())).filteredOn(event -> event.is(TicketAction.NOTE)).hasSize(2);
        String refused = UUID.randomUUID().toString();
        assertThat(note(ticket, worker, refused, "")).hasStatus(422);
        assertThat(note(ticket, worker, refused, "")).hasStatus(422);
        assertThat(note(ticket, worker, "short", "x")).hasStatus(400);
    }

    private MvcTestResult note(Ticket ticket, Staff who, String key, String text) {
        return mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(who)).with(csrf())
                .header("HX-Request", "true").header("Idempotency-Key", key).param("action", "NOTE").param("text", text).param("tell", "false").exchange();
    }

    @Test
    void aPhraseOfTheStepIsPickedInsteadOfTyped() {
        Ticket ticket = open(Level.TICKET, false, "2单元电梯又停了");
        tickets.act(ticket.no(), TicketAction.ACCEPT, worker.actor(), ActionForm.EMPTY);
        String form = "/tickets/" + ticket.no() + "/transitions/RESOLVE";
        assertThat(mvc.get().uri(form).with(as(worker))).bodyText().contains("电梯已恢复运行", "已处理完毕").doesNotContain("已清理干净", "改常用语");
        assertThat(mvc.post().uri("/tickets/phrases").with(as(worker)).with(csrf()).param("action", "RESOLVE").param("words", "换了新的")).hasStatus(403);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "MERGE").param("words", "换了新的")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "RESOLVE").param("words", "打 13812345678")).hasStatus(422);
        assertThat(mvc.post().uri("/tickets/phrases").with(as(desk)).with(csrf()).param("action", "RESOLVE").param("category", "ELEV").param("words", "换了新的门锁")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/tickets/phrases").with(as(desk))).hasStatusOk().bodyText().contains("换了新的门锁", "添一句");
        assertThat(mvc.get().uri(form).with(as(desk))).bodyText().contains("换了新的门锁", "改常用语");
        mvc.post().uri("/tickets/" + ticket.no() + "/transitions").with(as(worker)).with(csrf())
                .param("action", "RESOLVE").param("phrase", "换了新的门锁").param("text", "").param("tell", "false").exchange();
        assertThat(tickets.get(ticket.id()).result()).isEqualTo("换了新的门锁");
    }
}
