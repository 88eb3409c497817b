package linli.bot.sandbox.server.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import linli.bot.sandbox.server.Body;
import tools.jackson.databind.JsonNode;

/** One page of a list, as WeCom pages: an opaque cursor, empty on the last page. */
record Page<T>(List<T> items, String nextCursor) {

    /** @throws WeComError 40035 for a cursor that is not ours, 40058 for a limit out of bounds */
    static <T> Page<T> of(List<T> all, JsonNode request, int defaultLimit, int maxLimit) {
        int limit = limit(request, defaultLimit, maxLimit);
        int from = Math.min(all.size(), position(Body.text(request, "cursor")));
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
    }

    private static int limit(JsonNode request, int defaultLimit, int maxLimit) {
        JsonNode limit = request.get("limit");
        if (limit == null || limit.isNull()) {
            return defaultLimit;
        }
        if (!limit.isIntegralNumber() || limit.asInt() < 1 || limit.asInt() > maxLimit) {
            throw WeComError.parameter("limit");
        }
        return limit.asInt();
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("p" + position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int position(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (plain.matches("p\\d{1,9}")) {
                return Integer.parseInt(plain.substring(1));
            }
            throw new WeComError(40035, "invalid cursor");
        } catch (IllegalArgumentException e) {
            throw new WeComError(40035, "invalid cursor");
        }
    }
}
