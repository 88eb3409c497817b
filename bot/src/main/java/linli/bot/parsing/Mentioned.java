package linli.bot.parsing;

import java.util.ArrayList;
import java.util.List;

/** The flats of neighbours who are addressed by a nickname that states it: {@code @T2-1103 你家花盆在漏}. */
final class Mentioned {

    /** Longer mentions are no nicknames, and the bound keeps the search linear. */
    private static final int LONGEST_NICKNAME = 24;
    private static final int YOURS_WITHIN = 6;
    private static final String[] YOURS = {"你家", "你屋", "你们家", "您家", "你那", "您那", "你楼", "你的", "你阳台"};

    private Mentioned() {
    }

    /**
     * Only where the words go on about the neighbour's home; to greet somebody names no place.
     *
     * @param said the text with its mentions
     */
    static List<Span> rooms(String said) {
        List<Span> rooms = new ArrayList<>();
        for (int at = said.indexOf('@'); at >= 0; at = said.indexOf('@', at + 1)) {
            int end = at + 1;
            while (end < said.length() && !Character.isWhitespace(said.charAt(end)) && !Character.isSpaceChar(said.charAt(end))
                    && said.charAt(end) != '@' && end - at <= LONGEST_NICKNAME) {
                end++;
            }
            if (isYours(said, end)) {
                addRoom(rooms, said, at + 1, end);
            }
        }
        return rooms;
    }

    private static void addRoom(List<Span> rooms, String said, int start, int end) {
        for (Span span : PlaceScanner.scanNickname(Line.foldWord(said.substring(start, end))).spans()) {
            if (span.label() == Span.Label.ROOM) {
                rooms.add(new Span(Span.Label.ROOM, start + span.start(), start + span.end(), said.substring(start + span.start(), start + span.end())));
            }
        }
    }

    private static boolean isYours(String said, int from) {
        String near = said.substring(from, Math.min(said.length(), from + YOURS_WITHIN));
        for (String word : YOURS) {
            if (near.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
