package linli.admin.web;

import linli.bot.staff.Actor;

/** The number beside a menu entry: what waits for this person. Each page that has one brings a bean. */
public interface Badge {

    /** Key of the entry, such as {@code tickets}. */
    String at();

    /** This many and more are shown as 99+. */
    int MOST = 100;

    /** How many things wait for the person, counted no further than {@link #MOST}; 0 shows nothing. */
    int waiting(Actor actor);
}
