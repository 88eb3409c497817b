package linli.bot.corpus;

import java.util.regex.Pattern;

/**
 * Guesses from a nickname whether somebody is staff, where no member table says so: files of messages. The bot never
 * guesses.
 */
public final class StaffNames {

    private static final Pattern STAFF = Pattern.compile(
            "物业|物管|管家|客服|服务中心|社区(?!居民)|网格|居委|保安|秩序|工程部|维修|书记|楼管|前台|项目经理|会所|值班|综治|街道|民警|专干|管理处|房管|门岗|岗亭|监控室|巡逻|巡查|夜岗|保洁|收费处|党群|便民|工程(?!师)|水务|供电|燃气公司|自来水|调解");

    private StaffNames() {
    }

    public static boolean suggests(String nickname) {
        return STAFF.matcher(nickname).find();
    }
}
