package linli.bot.wecom;

import linli.bot.text.Texts;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether WeCom lets us in, and what it said last when it did not do as asked. */
@Component("wecomHealthIndicator")
class WeComHealth implements HealthIndicator {

    private final ObjectProvider<WeCom> weCom;
    private final ObjectProvider<Sightings> sightings;

    WeComHealth(ObjectProvider<WeCom> weCom, ObjectProvider<Sightings> sightings) {
        this.weCom = weCom;
        this.sightings = sightings;
    }

    @Override
    public Health health() {
        WeCom present = weCom.getIfAvailable();
        if (present == null) {
            return Health.unknown().withDetail("meaning", Texts.of("wecom.health.absent")).build();
        }
        Health.Builder health = new Health.Builder();
        try {
            present.app().getAccessToken(false);
            health.up();
        } catch (WxErrorException e) {
            health.down();
        } catch (NoAnswer e) {
            health.down();
        }
        sightings.getObject().lastTrouble().ifPresent(trouble -> {
            if (trouble.code() == null) {
                health.withDetail("lastTrouble", Texts.of("wecom.health.silent"));
            } else {
                health.withDetail("lastCode", trouble.code()).withDetail("lastTrouble", WeComErrors.meaning(trouble.code()));
            }
            health.withDetail("lastTroubleAt", trouble.at().toString());
        });
        return health.build();
    }
}
