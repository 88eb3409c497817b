package linli.bot.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import linli.bot.wecom.AgainstTheSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;

class ArchivePullerTests extends AgainstTheSandbox {

    @Autowired
    ArchivePuller puller;

    @Autowired
    ArchiveStore store;

    @Autowired
    ArchiveSource source;

    @Autowired
    ArchiveHealth health;

    @Autowired
    ArchiveKeys keys;

    private List<String> kept(String msgId) {
        return jdbc.sql("select kind from inbox_message where msg_id = ?").param(msgId).query(String.class).list();
    }

    private long cursor() {
        return jdbc.sql("select seq from archive_cursor where source = 'sandbox'").query(Long.class).single();
    }

    @Test
    void whatIsSaidInAGroupArrivesOnceWithItsPlaceAndTime() {
        JsonNode said = say("12栋邻里群", "张阿姨", "2单元电梯又停了，等了十分钟了");
        String id = said.path("msgId").asString();

        await().until(() -> kept(id).size() == 1);

        Map<String, Object> row = jdbc.sql("select chat_id, adapter, seq from inbox_message where msg_id = ?").param(id).query().singleRow();
        assertThat(row).containsEntry("chat_id", chatId("12栋邻里群")).containsEntry("adapter", "wecom");
        assertThat(row.get("seq")).isEqualTo(said.path("seq").asLong());
        await().until(() -> cursor() >= said.path("seq").asLong());
    }

    @Test
    void quotesAndRecallsComeApart() {
        String first = say("13栋邻里群", "谭伯", "停水了").path("msgId").asString();
        String reply = call("POST", "messages", Map.of("group", "13栋邻里群", "sender", "青青", "text", "还没来", "quote", "停水了"))
                .path("msgId").asString();
        String recall = call("POST", "messages", Map.of("group", "13栋邻里群", "sender", "谭伯", "kind", "revoke", "revokes", first))
                .path("msgId").asString();

        await().until(() -> kept(recall).equals(List.of("REVOKE")));
        assertThat(jdbc.sql("select quote from inbox_message where msg_id = ?").param(reply).query(String.class).single()).isEqualTo("停水了");
        assertThat(jdbc.sql("select revokes from inbox_message where msg_id = ?").param(recall).query(String.class).single())
                .isEqualTo(first);
    }

    @Test
    void aBrokenItemIsSetAsideAndTheOthersGoOn() {
        fault(Map.of("badItem", "key"));
        JsonNode broken = say("14栋邻里群", "罗婆婆", "这条打不开");
        fault(Map.of("badItem", "body"));
        JsonNode garbled = say("14栋邻里群", "罗婆婆", "这条也打不开");
        JsonNode fine = say("14栋邻里群", "罗婆婆", "这条好的");

        await().until(() -> kept(fine.path("msgId").asString()).size() == 1);

        assertThat(kept(broken.path("msgId").asString())).isEmpty();
        assertThat(jdbc.sql("select stage from archive_quarantine where seq in (?, ?) order by seq")
                        .params(broken.path("seq").asLong(), garbled.path("seq").asLong())
                        .query(String.class)
                        .list())
                .containsExactly("UNWRAP", "DECRYPT");
        assertThat(health.health().getDetails()).containsEntry("quarantined", store.countQuarantined("sandbox"));
    }

    @Test
    void aNewKeyPairIsFetchedWhenItIsMet() {
        call("POST", "keys/rotate", Map.of());
        String id = say("15栋邻里群", "刘叔", "新钥匙").path("msgId").asString();
        await().until(() -> kept(id).size() == 1);
    }

    @Test
    void anErrorOfTheArchiveOnlyDelaysIt() {
        fault(Map.of("path", "/sandbox/archive", "errcode", 45009, "times", 2));
        fault(Map.of("path", "/sandbox/archive", "down", true, "times", 2));
        String id = say("16栋邻里群", "小唐", "楼道灯坏了").path("msgId").asString();
        await().until(() -> kept(id).size() == 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void atRestMeansThatNothingIsLeftInTheArchive() {
        String id = say("17栋邻里群", "谭伯", "有人吗").path("msgId").asString();
        await().until(() -> puller.isAtRest(null));
        assertThat(kept(id)).hasSize(1);
    }

    @Test
    void whoeverLostTheCursorStoresNothing() {
        ArchiveItem item = new ArchiveItem(Long.MAX_VALUE - 1, "fenced", 1, "", "");
        SetAside aside = new SetAside("fence", item, SetAside.Stage.UNWRAP, "test");
        jdbc.sql("insert into archive_cursor (source, seq, leased_by, leased_until) values ('fence', 0, ?, now() + interval '1 hour')")
                .param(UUID.randomUUID().toString())
                .update();

        assertThat(store.lease("fence")).isEmpty();
        assertThat(store.store("fence", 0, List.of(new ArchiveStore.Read(item, null, aside)), false)).isFalse();

        assertThat(store.countQuarantined("fence")).isZero();
        jdbc.sql("update archive_cursor set leased_until = now() - interval '1 hour' where source = 'fence'").update();
        assertThat(store.lease("fence")).hasValue(0L);
        assertThat(store.store("fence", 5, List.of(new ArchiveStore.Read(item, null, aside)), false)).isFalse();
    }

    @Test
    void messagesAndCursorAreCommittedTogetherOrNotAtAll() {
        ArchiveItem item = new ArchiveItem(9, "twice", 1, "", "");
        jdbc.sql("insert into archive_cursor (source, seq) values ('together', 0)").update();
        store.lease("together");
        SetAside impossible = new SetAside("together", item, SetAside.Stage.UNWRAP, null);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                () -> store.store("together", 0, List.of(new ArchiveStore.Read(item, null, impossible)), false));

        assertThat(store.lease("together")).hasValue(0L);
    }

    @Test
    void whatWasSetAsideIsReadOnceItCanBe() throws Exception {
        fault(Map.of("badItem", "key"));
        JsonNode broken = say("18栋邻里群", "蒋爷爷", "等钥匙").path("seq");
        await().until(() -> !jdbc.sql("select seq from archive_quarantine where seq = ?").param(broken.asLong()).query(Long.class).list().isEmpty());
        ArchiveItem whole = source.pull(0, 1000).stream().filter(item -> item.seq() < broken.asLong()).findFirst().orElseThrow();
        jdbc.sql("update archive_quarantine set sealed_key = ?, sealed_message = ?, msg_id = 'late', key_version = ? where seq = ?")
                .params(whole.sealedKey(), whole.sealedMessage(), whole.keyVersion(), broken.asLong())
                .update();

        ArchivePuller restarted = new ArchivePuller(
                source, keys, store, java.time.Duration.ofSeconds(1), 100,
                new linli.bot.time.MachineClock(java.time.Clock.systemUTC()), new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
        restarted.work();

        assertThat(kept("late")).hasSize(1);
    }
}
