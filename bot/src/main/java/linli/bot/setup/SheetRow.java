package linli.bot.setup;

import java.util.Map;

/**
 * A row that holds something.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells by column index from 0; empty cells are left out
 */
record SheetRow(int number, Map<Integer, String> cells) {}
