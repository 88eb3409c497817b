package linli.admin.desk;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask of the desk: each errand is one request. */
final class Errands {

    /** 列表, 详情, 筛选, 搜索, 办理; and the desk itself. */
    enum Kind { LIST, DETAIL, FILTER, SEARCH, DESK, WRITE }

    /** A request and how it is answered when all is well. */
    record Errand(Kind kind, String path, boolean beside) {

        HttpResponse<String> run(Visitor visitor) throws Exception {
            return beside ? visitor.get(path, "HX-Request", "true", "HX-Target", "detail") : visitor.get(path);
        }
    }

    /** Frequent and rare ones, of tickets, of residents' lines only, one with two words, one that nobody ever said. */
    private static final List<String> WORDS = List.of(
            "电梯", "漏水", "自来水", "垃圾桶", "楼道灯", "充电桩", "消防", "广场舞音响失灵", "快递柜", "12栋", "3栋 电梯", "北门", "儿童乐园", "维修基金",
            "送餐服务锁不上", "托管班发臭", "监控", "减速带生锈", "老人", "物业费", "半夜", "摔了", "供电所已疏通", "天台配电房", "15栋2单元 货梯", "地铁站");

    private static final List<String> CATEGORIES = List.of("ELEV", "UTIL", "SANI", "PARK", "FIRE", "PET", "EDU", "SAFE", "POLICY");
    private static final Pattern UNDO = Pattern.compile("name=\"event\"[^>]*value=\"(\\d+)\"|value=\"(\\d+)\"[^>]*name=\"event\"");

    private final Random random;
    private final List<String> waiting;
    private final List<String> any;
    private final List<Long> openIds;
    private final List<Long> grids;
    private final List<String> buildings;
    private final long newest;

    /** @param grid id of the grid that the person sees, null for the whole community */
    Errands(JdbcClient sql, Long grid, int seed) {
        String scope = grid == null ? "true" : "grid_id = " + grid;
        this.random = new Random(seed);
        this.waiting = sql.sql("select no from ticket where status = 'OPEN' and " + scope + " order by id").query(String.class).list();
        this.any = sql.sql("select no from ticket where status <> 'CANDIDATE' and " + scope + " order by hashint8extended(id, 99) limit 4000").query(String.class).list();
        this.openIds = sql.sql("select id from ticket where status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS') and " + scope).query(Long.class).list();
        this.grids = sql.sql("select id from area where kind = 'GRID' order by id").query(Long.class).list();
        this.buildings = sql.sql("select distinct building from ticket where " + scope + " order by 1").query(String.class).list();
        this.newest = sql.sql("select max(id) from ticket").query(Long.class).single();
    }

    Errand next(Kind kind) {
        return switch (kind) {
            case LIST -> list();
            case DETAIL -> new Errand(kind, "/tickets/" + one(random.nextBoolean() ? waiting : any), random.nextBoolean());
            case FILTER -> new Errand(kind, "/tickets?" + filter(), false);
            case SEARCH -> new Errand(kind, "/tickets?tab=" + (random.nextBoolean() ? "OPEN" : "FINISHED") + "&q=" + Visitor.encoded(one(WORDS)), false);
            case DESK -> new Errand(kind, "/desk", false);
            case WRITE -> throw new IllegalArgumentException("a write is not one request: tap()");
        };
    }

    private Errand list() {
        return new Errand(Kind.LIST, one(List.of(
                "/tickets", "/tickets?tab=WAITING", "/tickets/rows?tab=OPEN", "/tickets?tab=OPEN&before=" + one(openIds),
                "/tickets?tab=FINISHED", "/tickets?tab=FINISHED&before=" + (1 + (long) (random.nextDouble() * newest)))), false);
    }

    private String filter() {
        String tab = one(List.of("OPEN", "WORKING", "DUE_TODAY", "OVERDUE", "FINISHED"));
        return "tab=" + tab + one(List.of(
                "", "&mine=true", "&category=" + one(CATEGORIES), "&grid=" + one(grids), "&building=" + one(buildings),
                "&mine=true&category=" + one(CATEGORIES), "&building=" + one(buildings) + "&category=" + one(CATEGORIES)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Takes a ticket and takes the tap back; when somebody else was first, that is an answer too. @return milliseconds of each request */
    double[] tap(Visitor visitor) throws Exception {
        if (random.nextInt(3) == 0) {
            String no = one(any);
            return new double[] {timed(() -> visitor.post("/tickets/" + no + "/transitions", Map.of("action", "NOTE", "text", "电话联系过，明天上门"))).millis()};
        }
        String no = one(waiting);
        Timed taken = timed(() -> visitor.post("/tickets/" + no + "/transitions", Map.of("action", "ACCEPT", "expected", "今天 18:00 前到场")));
        Matcher event = UNDO.matcher(taken.answer().body());
        if (!event.find()) {
            return new double[] {taken.millis()};
        }
        String id = event.group(1) == null ? event.group(2) : event.group(1);
        return new double[] {taken.millis(), timed(() -> visitor.post("/tickets/" + no + "/undo", Map.of("event", id))).millis()};
    }

    /** An answer and how long it took. */
    record Timed(HttpResponse<String> answer, double millis) {}

    /** A request. */
    interface Asked {
        HttpResponse<String> now() throws Exception;
    }

    static Timed timed(Asked asked) throws Exception {
        long before = System.nanoTime();
        HttpResponse<String> answer = asked.now();
        double millis = (System.nanoTime() - before) / 1e6;
        if (answer.statusCode() >= 400 && answer.statusCode() != 403 && answer.statusCode() != 409) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        return new Timed(answer, millis);
    }
}
