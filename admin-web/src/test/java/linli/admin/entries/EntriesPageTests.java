package linli.admin.entries;

import static linli.admin.security.AsStaff.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import linli.admin.AtTheConsole;
import linli.bot.audit.AuditLog;
import linli.bot.community.AreaKind;
import linli.bot.entry.Entries;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.staff.DataScope;
import linli.bot.staff.Role;
import linli.bot.staff.Staff;
import linli.bot.ticket.Source;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.TicketFilter;
import linli.bot.ticket.TicketLists;
import linli.bot.ticket.TicketRow;
import linli.bot.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class EntriesPageTests extends AtTheConsole {

    @Autowired
    TicketLists lists;

    @Autowired
    Entries entries;

    @Autowired
    AuditLog audit;

    private Staff clerk;
    private Staff unit;
    private Staff auditor;

    @BeforeEach
    void anotherBuildingAndMorePeople() {
        areas.put("b20", AreaKind.BUILDING, "20栋", "20", third, 60);
        clerk = person("gonggao1", "吴倩", Role.CLERK, null);
        auditor = person("shenji1", "钱进", Role.AUDITOR, null);
        unit = person("danwei9", "孙强", Role.UNIT, null);
    }

    private MvcTestResult send(Staff who, String key, String... namesAndValues) {
        return post(who, "/tickets/new", Stream.concat(Stream.of("key", key), Stream.of(namesAndValues)).toArray(String[]::new));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Ticket newest() {
        TicketRow row = lists.search(TicketFilter.ALL, DataScope.COMMUNITY).get(0);
        return tickets.get(row.id());
    }

    @Test
    void theWordsAreEnoughForATicketThatGoesToTheRightWorker() {
        assertThat(send(desk, key(), "source", "COUNTER", "words", "12栋2单元电梯又停了，老人在楼下等")).hasStatus3xxRedirection();
        Ticket ticket = newest();
        assertThat(ticket.source()).isEqualTo(Source.COUNTER);
        assertThat(ticket.category()).isEqualTo(Category.ELEV);
        assertThat(ticket.placeLabel()).isEqualTo("12栋2单元");
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.ownerId()).isEqualTo(worker.id());
        assertThat(ticket.respondBy()).isNotNull();
    }

    @Test
    void theFormSentTwiceIsOneTicket() {
        String key = key();
        send(worker, key, "source", "PATROL", "words", "12栋楼道灯不亮");
        Ticket first = newest();
        assertThat(send(worker, key, "source", "PATROL", "words", "12栋楼道灯不亮")).hasRedirectedUrl("/tickets/" + first.no());
        assertThat(newest().id()).isEqualTo(first.id());
    }

    @Test
    void whatThePersonChangedGoesBeforeTheReader() {
        send(desk, key(), "source", "COUNTER", "words", "12栋2单元电梯又停了", "was", "x", "building", "20", "units", "1", "category", "PROP", "urgency", "P3", "matter", "物业不管电梯");
        Ticket ticket = newest();
        assertThat(ticket.placeLabel()).isEqualTo("20栋1单元");
        assertThat(ticket.category()).isEqualTo(Category.PROP);
        assertThat(ticket.matter()).isEqualTo("物业不管电梯");
        assertThat(ticket.gridId()).isEqualTo(otherGrid.gridId());
    }

    @Test
    void theReaderFillsTheFieldsAndLeavesThoseThatWereChanged() {
        assertThat(mvc.post().uri("/tickets/new/reading").with(as(desk)).with(csrf()).param("key", key()).param("source", "COUNTER").param("words", "12栋2单元电梯又停了"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"12\"", "电梯停运")
                .contains("<option value=\"ELEV\" selected=\"selected\">");
        assertThat(mvc.post().uri("/tickets/new/reading").with(as(desk)).with(csrf()).param("key", key()).param("source", "COUNTER")
                        .param("words", "12栋2单元电梯又停了").param("was", "12\n2\n\n电梯停运\nELEV\nP1\nfalse")
                        .param("building", "20").param("units", "2").param("category", "ELEV").param("urgency", "P1").param("matter", "电梯停运"))
                .bodyText()
                .contains("value=\"20\"");
    }

    @Test
    void thePlaceIsAskedOnceAndMayBeUnknown() {
        assertThat(send(desk, key(), "source", "COUNTER", "words", "电梯又停了"))
                .hasStatus(422)
                .bodyText()
                .contains("没听出在哪里", "电梯又停了");
        assertThat(send(desk, key(), "source", "COUNTER", "words", "电梯又停了", "nowhere", "true")).hasStatus3xxRedirection();
        assertThat(send(desk, key(), "source", "COUNTER", "words", "电梯又停了", "building", "99")).hasStatus(422).bodyText().contains("没有 99栋");
    }

    @Test
    void whatWasWrittenWithoutANetworkComesWithThePlaceItsWordsName() {
        send(desk, key(), "source", "COUNTER", "words", "12栋楼道灯不亮了", "nowhere", "true", "building", "", "was", "");
        assertThat(newest().building()).isEqualTo("12");
        send(desk, key(), "source", "COUNTER", "words", "12栋楼道灯不亮了", "nowhere", "true", "building", "", "category", "FACIL", "was", "12\n\n\n楼道灯\nFACIL\nP2\nfalse");
        assertThat(newest().building()).isNull();
    }

    @Test
    void aWorkersOwnGridIsPlaceEnough() {
        send(worker, key(), "source", "PATROL", "words", "地上好多垃圾没人扫");
        assertThat(newest().gridId()).isEqualTo(worker.gridId());
        assertThat(newest().source()).isEqualTo(Source.PATROL);
    }

    @Test
    void thePhoneIsSealedAndShownMasked() {
        send(desk, key(), "source", "COUNTER", "words", "12栋楼道灯坏了，打 13812345678 找我", "phone", "13912345679");
        Ticket ticket = newest();
        assertThat(mvc.get().uri("/tickets/" + ticket.no()).with(as(worker)))
                .bodyText()
                .contains("139****5679", "楼道灯坏了")
                .doesNotContain("13912345679")
                .doesNotContain("13812345678");
        byte[] stored = jdbc.queryForObject("select words_sealed || phone_sealed from entry where ticket_id = ?", byte[].class, ticket.id());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("139").doesNotContain("楼道");
        assertThat(send(desk, key(), "source", "COUNTER", "words", "12栋楼道灯坏了", "phone", "打我电话")).hasStatus(422);
    }

    @Test
    void unmaskingNeedsAReasonThatStandsInTheAuditLog() {
        send(desk, key(), "source", "COUNTER", "words", "12栋楼道灯坏了，打 13812345678 找我", "phone", "13912345679");
        String raw = "/tickets/" + newest().no() + "/raw";
        assertThat(mvc.get().uri(raw).with(as(worker))).hasStatusOk().bodyText().doesNotContain("13912345679");
        for (String bad : List.of("", "看", "因为 13812345678 打来")) {
            assertThat(mvc.post().uri(raw).with(as(worker)).with(csrf()).param("reason", bad)).hasStatus(422).bodyText().doesNotContain("13912345679");
        }
        assertThat(mvc.post().uri(raw).with(as(worker)).with(csrf()).param("reason", "联系居民核实"))
                .hasStatusOk()
                .bodyText()
                .contains("13912345679", "打 13812345678 找我");
        assertThat(audit.of(List.of("words."), null, 1)).first()
                .matches(entry -> entry.action().equals("words.unmasked") && entry.actor().equals("wangge2") && entry.detail().equals("联系居民核实"));
        assertThat(mvc.get().uri("/audit?kind=WORDS").with(as(auditor))).bodyText().contains("查看未打码的原话", "联系居民核实", newest().no());
        for (Staff other : List.of(otherGrid, unit)) {
            assertThat(mvc.post().uri(raw).with(as(other)).with(csrf()).param("reason", "联系居民核实")).hasStatus(404);
        }
        assertThat(mvc.post().uri(raw).with(as(leader)).with(csrf()).param("reason", "联系居民核实")).hasStatus(403).bodyText().doesNotContain("13912345679");
        assertThat(mvc.post().uri(raw).with(as(auditor)).with(csrf()).param("reason", "联系居民核实")).hasStatus(403);
    }

    @Test
    void whatWasWrittenDownIsFoundByItsWords() {
        send(desk, key(), "source", "COUNTER", "words", "12栋有人拿螺蛳粉的汤倒在电梯里");
        assertThat(lists.search(new TicketFilter(null, null, null, null, "螺蛳粉", null, null, null, 10), DataScope.COMMUNITY)).isNotEmpty();
    }

    @Test
    void anEmergencyAtTheCounterCallsTheDuty() {
        send(desk, key(), "source", "COUNTER", "words", "12栋1单元电梯里困了人");
        assertThat(newest().urgency()).isEqualTo(Urgency.P0);
        assertThat(jdbc.queryForObject("select count(*) from night_ladder where ticket_id = ?", Integer.class, newest().id())).isEqualTo(1);
    }

    @Test
    void aPhotographIsKeptWithoutWhatTheCameraNotedAndShownToWhoMayReadIt() throws IOException {
        mvc.perform(multipart("/tickets/new").file(new MockMultipartFile("photos", "a.jpg", "image/jpeg", jpeg(3000, 1500)))
                .param("key", key()).param("source", "PATROL").param("words", "12栋楼道堆了好多纸箱").with(as(worker)).with(csrf()));
        Ticket ticket = newest();
        List<UUID> photos = entries.of(ticket.id()).orElseThrow().photos();
        assertThat(photos).hasSize(1);
        byte[] shown = mvc.get().uri("/tickets/" + ticket.no() + "/photos/" + photos.get(0)).with(as(desk)).exchange().getResponse().getContentAsByteArray();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown));
        assertThat(image.getWidth()).isLessThanOrEqualTo(1600);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("secret place");
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/photos/" + photos.get(0)).with(as(otherGrid))).hasStatus(404);
        assertThat(mvc.get().uri("/tickets/" + ticket.no() + "/photos/" + UUID.randomUUID()).with(as(desk))).hasStatus(404);
    }

    @Test
    void whatIsNoPictureIsRefusedAndNothingTypedIsLost() {
        long before = newestId();
        assertThat(mvc.perform(multipart("/tickets/new").file(new MockMultipartFile("photos", "a.jpg", "image/jpeg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                        .param("key", key()).param("source", "PATROL").param("words", "12栋楼道堆了纸箱").with(as(worker)).with(csrf())))
                .hasStatus(422)
                .bodyText()
                .contains("有一张照片打不开", "12栋楼道堆了纸箱");
        assertThat(newestId()).isEqualTo(before);
    }

    private long newestId() {
        return lists.search(TicketFilter.ALL, DataScope.COMMUNITY).stream().mapToLong(TicketRow::id).max().orElse(0);
    }

    @Test
    void othersWriteNothingDown() {
        assertThat(mvc.get().uri("/tickets/new").with(as(clerk))).hasStatus(403);
        assertThat(mvc.get().uri("/tickets/new").with(as(unit))).hasStatus(403);
        assertThat(send(unit, key(), "source", "COUNTER", "words", "12栋电梯停了")).hasStatus(403);
        assertThat(send(desk, key(), "source", "IMPORT", "words", "12栋电梯停了")).hasStatus(403);
        assertThat(send(desk, "x", "source", "COUNTER", "words", "12栋电梯停了")).hasStatus(422);
    }

    /** A picture with a comment such as a camera might leave. */
    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().setBackground(Color.GREEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        byte[] plain = out.toByteArray();
        byte[] note = "Exif\0\0secret place".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream noted = new ByteArrayOutputStream();
        noted.write(plain, 0, 2);
        noted.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (note.length + 2)});
        noted.write(note);
        noted.write(plain, 2, plain.length - 2);
        return noted.toByteArray();
    }
}
