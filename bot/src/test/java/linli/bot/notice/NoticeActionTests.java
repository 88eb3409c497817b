package linli.bot.notice;

import static linli.bot.notice.NoticeFixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.staff.Actor;
import linli.bot.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeActionTests {

    @ParameterizedTest
    @CsvSource({
        "CLERK,    EDIT SUBMIT SCHEDULE SEND CANCEL CORRECT",
        "REVIEWER, APPROVE RETURN SCHEDULE SEND UNDO CANCEL STOP",
        "LEADER,   URGENT SCHEDULE SEND UNDO CANCEL STOP",
        "DESK,     URGENT SCHEDULE SEND UNDO",
        "SYSTEM,   SCHEDULE SEND MISS DISPATCH COMPLETE FALL_SHORT CORRECT EXPIRE",
        "GRID,     ''",
        "UNIT,     ''",
        "ADMIN,    ''",
        "AUDITOR,  ''",
        "RESIDENT, ''"
    })
    void eachRoleMayDoWhatTheTableSaysWithAnothersNotice(Role role, String actions) {
        Actor actor = person("somebody", "某人", role, 1L);
        Set<NoticeAction> expected = actions.isBlank()
                ? Set.of()
                : Arrays.stream(actions.split(" ")).map(NoticeAction::valueOf).collect(Collectors.toSet());

        assertThat(EnumSet.allOf(NoticeAction.class)).filteredOn(action -> action.allows(actor, "author")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void nobodyReviewsWhatHeWroteWhateverHisRoles() {
        Actor both = new Actor("gonggao1", "周宁", 1L, Set.of(Role.CLERK, Role.REVIEWER, Role.LEADER), null, null);

        assertThat(NoticeAction.APPROVE.allows(both, "gonggao1")).isFalse();
        assertThat(NoticeAction.RETURN.allows(both, "gonggao1")).isFalse();
        assertThat(NoticeAction.URGENT.allows(both, "gonggao1")).isFalse();
        assertThat(NoticeAction.APPROVE.allows(both, "gonggao2")).isTrue();
    }

    @Test
    void ofClerksOnlyTheAuthorTakesANoticeBackInItsLastMinute() {
        Actor clerk = person("gonggao1", "周宁", Role.CLERK, null);

        assertThat(NoticeAction.UNDO.allows(clerk, "gonggao1")).isTrue();
        assertThat(NoticeAction.UNDO.allows(clerk, "gonggao2")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = NoticeStatus.class, names = {"CANCELLED", "CORRECTED"})
    void nothingLeavesAnEnd(NoticeStatus end) {
        assertThat(NoticeAction.values()).noneMatch(action -> action.startsFrom(end));
    }

    @Test
    void whatIsOverCanStillBePutRight() {
        assertThat(NoticeAction.values()).filteredOn(action -> action.startsFrom(NoticeStatus.EXPIRED)).containsExactly(NoticeAction.CORRECT);
    }
}
