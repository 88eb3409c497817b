package linli.bot.parsing;

/** A stretch of the text that names a place, offsets in UTF-16 units. */
public record Span(Label label, int start, int end, String text) {

    /** Names as the reader's JSON writes them: {@code unit} is 单元 there. */
    public enum Label { PLACE, BUILDING, UNIT, FLOOR, ROOM, ROAD }
}
