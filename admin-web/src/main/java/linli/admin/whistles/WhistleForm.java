package linli.admin.whistles;

import java.util.List;
import java.util.stream.IntStream;
import linli.bot.whistle.Call;
import linli.bot.whistle.Whistles;

/**
 * What a leader chose: the units that are called, each with its task in the same place of the other list.
 *
 * @param units the ids of every unit on the form
 * @param tasks what each of them is to do
 * @param called the ids of those that are called
 * @param urgent whether they are to be there within half an hour
 * @param days work days until they answer
 */
record WhistleForm(List<Long> units, List<String> tasks, List<Long> called, Boolean urgent, Integer days) {

    WhistleForm {
        units = units == null ? List.of() : units;
        tasks = tasks == null ? List.of() : tasks;
        called = called == null ? List.of() : called;
        urgent = Boolean.TRUE.equals(urgent);
        days = days == null ? 2 : days;
    }

    List<Call> calls(Whistles whistles) {
        return IntStream.range(0, Math.min(units.size(), tasks.size()))
                .filter(i -> called.contains(units.get(i)))
                .mapToObj(i -> new Call(units.get(i), tasks.get(i), whistles.arriveBy(urgent), whistles.answerBy(days)))
                .toList();
    }
}
