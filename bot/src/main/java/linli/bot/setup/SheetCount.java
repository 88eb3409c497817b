package linli.bot.setup;

/** What an import does to one kind of thing. */
public record SheetCount(String sheet, int added, int changed, int same) {

    public int total() {
        return added + changed + same;
    }
}
