package linli.admin.web;

import linli.bot.staff.Actor;

/** The number beside a menu entry: what waits for this person. Each page that has one brings a bean. */
public interface Badge {

    /** Key of the entry, such as {@code tickets}. */
    String at();

    /** How many things wait for the person; 0 shows nothing. */
    int waiting(Actor actor);
}
