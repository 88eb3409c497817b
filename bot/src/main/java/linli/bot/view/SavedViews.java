package linli.bot.view;

import java.util.List;
import linli.bot.problem.Invalid;
import linli.bot.staff.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists a person comes back to. Nobody sees another's. */
@Component
@Transactional
public class SavedViews {

    private static final int MOST = 12;
    private static final int LONGEST_NAME = 12;

    private final SavedViewMapper mapper;

    SavedViews(SavedViewMapper mapper) {
        this.mapper = mapper;
    }

    @Transactional(readOnly = true)
    public List<SavedView> of(Actor actor) {
        return actor.staffId() == null ? List.of() : mapper.findOf(actor.staffId());
    }

    /**
     * Keeps a list under a name; a name that is there gets the new list.
     *
     * @param address a page of the console, made by the page itself and not by whoever sends the form
     */
    public void put(String name, String address, Actor actor) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Invalid("problem.view.name", String.valueOf(LONGEST_NAME));
        }
        List<SavedView> mine = of(actor);
        if (mine.size() >= MOST && mine.stream().noneMatch(view -> view.name().equals(name.strip()))) {
            throw new Invalid("problem.view.many", String.valueOf(MOST));
        }
        mapper.put(actor.staffId(), name.strip(), address);
    }

    /** Taking away what is not there changes nothing. */
    public void remove(long id, Actor actor) {
        mapper.delete(id, actor.staffId());
    }
}
