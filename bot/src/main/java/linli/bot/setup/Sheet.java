package linli.bot.setup;

import static linli.bot.setup.Column.ANSWER;
import static linli.bot.setup.Column.APPROVED;
import static linli.bot.setup.Column.AREA;
import static linli.bot.setup.Column.BACKUP;
import static linli.bot.setup.Column.CATEGORY;
import static linli.bot.setup.Column.CODE;
import static linli.bot.setup.Column.COUNTED;
import static linli.bot.setup.Column.GRID;
import static linli.bot.setup.Column.GROUP;
import static linli.bot.setup.Column.GROUP_KIND;
import static linli.bot.setup.Column.HOUSEHOLDS;
import static linli.bot.setup.Column.KEYWORDS;
import static linli.bot.setup.Column.KIND;
import static linli.bot.setup.Column.LEGAL;
import static linli.bot.setup.Column.NAME;
import static linli.bot.setup.Column.NICKNAME;
import static linli.bot.setup.Column.NUMBER;
import static linli.bot.setup.Column.OWNER;
import static linli.bot.setup.Column.PARENT;
import static linli.bot.setup.Column.PERSON;
import static linli.bot.setup.Column.PHONE;
import static linli.bot.setup.Column.RESOLVE;
import static linli.bot.setup.Column.RESPOND;
import static linli.bot.setup.Column.ROLES;
import static linli.bot.setup.Column.STEP;
import static linli.bot.setup.Column.TITLE;
import static linli.bot.setup.Column.UNIT;
import static linli.bot.setup.Column.URGENCY;
import static linli.bot.setup.Column.USERID;
import static linli.bot.setup.Column.WEEKDAY;
import static linli.bot.setup.Column.WHO;

import java.util.List;

/** The sheets of the spreadsheet, in the order in which they stand. */
enum Sheet {
    AREAS(CODE, KIND, NAME, NUMBER, PARENT, HOUSEHOLDS),
    GROUPS(GROUP, GROUP_KIND, AREA, OWNER, BACKUP),
    STAFF(USERID, PERSON, NICKNAME, ROLES, GRID, UNIT),
    UNITS(CODE, NAME, PHONE),
    RESPONSIBILITIES(CATEGORY, AREA, UNIT, URGENCY, RESPOND, RESOLVE, COUNTED, LEGAL),
    DUTY(WEEKDAY, STEP, GRID, WHO),
    FAQ(TITLE, KEYWORDS, ANSWER, APPROVED);

    private final List<Column> columns;

    Sheet(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }
}
