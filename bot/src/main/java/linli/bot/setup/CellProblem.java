package linli.bot.setup;

import linli.bot.text.Texts;

/**
 * Something in the spreadsheet that has to be mended.
 *
 * @param sheet name of the sheet; empty when it is the file itself
 * @param row as the spreadsheet counts, from 1; 0 when it is no single row
 * @param column its heading; empty when it is the whole row
 * @param sentence what is wrong and how to mend it
 */
public record CellProblem(String sheet, int row, String column, String sentence) {

    static CellProblem ofFile(String key, Object... values) {
        return new CellProblem("", 0, "", Texts.of(key, values));
    }

    static CellProblem at(String sheet, int row, String column, String key, Object... values) {
        return new CellProblem(sheet, row, column, Texts.of(key, values));
    }

    /** 人员，第 5 行，角色：… */
    @Override
    public String toString() {
        StringBuilder place = new StringBuilder();
        if (!sheet.isEmpty()) {
            place.append(Texts.of("setup.at.sheet", sheet));
        }
        if (row > 0) {
            place.append(Texts.of("setup.at.row", String.valueOf(row)));
        }
        if (!column.isEmpty()) {
            place.append(Texts.of("setup.at.column", column));
        }
        return place.isEmpty() ? sentence : Texts.of("setup.at", place, sentence);
    }
}
