package linli.bot.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import linli.bot.parsing.Category;
import linli.bot.parsing.Urgency;
import linli.bot.routing.Deadlines;
import linli.bot.staff.DataScope;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface TicketMapper {

    void beginDay(LocalDate day);

    /** Null before the day has begun. */
    Integer nextNumber(LocalDate day);

    long insert(@Param("t") NewTicket t);

    Ticket find(long id);

    List<Ref> findRefs(Collection<Long> ids);

    record Ref(Long gridId, String no) {}

    Ticket lock(long id);

    Long idOf(String no, DataScope scope);

    Long idAnywhere(String no);

    List<Ticket> lockLiving(long chatGroupId, Instant since);

    List<Ticket> findByNumber(long chatGroupId, String no, Integer serial, Instant since);

    int move(long id, TicketStatus from, TicketStatus to, Instant at);

    void touch(long id, Instant at);

    void active(long id, Instant at);

    void respond(long id, Instant at);

    void assign(long id, Long ownerId, Long unitId);

    void promise(long id, String expected);

    void resolve(long id, String result, Instant at);

    void reopen(long id, Instant resolveBy);

    void reject(long id, String code);

    void follow(long id, Long mergedInto);

    void pause(long id, Instant at);

    Clocks clocks(long id);

    void resume(long id, Instant respondBy, Instant resolveBy);

    void schedule(long id, @Param("d") Deadlines d);

    void route(long id, Long ownerId, Long unitId, Long responsibilityId);

    Long decidedBy(long id);

    void promiseBy(long id, Instant resolveBy);

    void raise(long id, Urgency urgency, @Param("d") Deadlines d);

    void reclassify(long id, Category category, Urgency urgency);

    void relocate(long id, Whereabouts w);

    void said(long id, int voices);

    void insertVoices(List<TicketGrowth.Voice> voices);

    List<String> speakers(long ticketId);

    int recountVoices(long ticketId);

    VoiceRow findVoice(long ticketId, String speaker);

    int removeVoice(long ticketId, String speaker);

    void moveVoices(long from, long to);

    void moveMessages(long from, long to);

    Long mergedInto(long id);

    void returnLostVoices(long from, long to);

    void returnLostMessages(long from, long to);

    List<VoiceRow> voicesOf(long ticketId, List<Long> messageIds);

    void detach(long ticketId, long messageId);

    int returnVoices(long from, long to);

    int returnMessages(long from, long to);

    void grow(List<TicketGrowth.Grown> tickets);

    void insertParts(List<TicketGrowth.Part> parts);

    List<TicketMessageRow> messagesOf(long ticketId);

    List<Long> madeFrom(long messageId);

    Long firstOfLine(long messageId);

    long insertEvent(@Param("e") NewEvent e);

    /** @return their ids, in the same order */
    List<Long> insertEvents(List<NewEvent> events);

    List<TicketEvent> events(long ticketId);

    TicketEvent lastChange(long ticketId);

    int countEvents(long ticketId, String kind, String actorRef, Instant since);

    List<Long> findUnanswered(Instant since);

    Instant nextUnanswered(Instant after);

    List<String> findIdle(TicketStatus status, Instant since);
}
