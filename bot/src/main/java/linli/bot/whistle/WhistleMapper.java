package linli.bot.whistle;

import java.time.Instant;
import java.util.List;
import linli.bot.staff.DataScope;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface WhistleMapper {

    long insert(long ticketId, String askedBy, Instant at, String reason);

    Whistle findOpen(long ticketId);

    List<Whistle> ofTicket(long ticketId);

    List<Whistle> asked(@Param("scope") DataScope scope);

    int decide(long id, WhistleState from, WhistleState to, String by, Instant at, String refusal);

    void insertSubtask(long whistleId, long ticketId, @Param("c") Call c);

    Subtask find(long id, DataScope scope);

    Subtask lock(long id);

    List<Subtask> subtasksOf(long ticketId);

    List<Subtask> search(DataScope scope, boolean open);

    int countOpen(@Param("scope") DataScope scope);

    void move(long id, SubtaskState to);

    void arrived(long id, Instant at);

    void answered(long id, String answer, Instant at);

    void returned(long id, String reason);

    void insist(long id, Instant arriveBy, Instant answerBy);

    void score(long id, int score, String by);

    int returnsOf(long ticketId);
}
