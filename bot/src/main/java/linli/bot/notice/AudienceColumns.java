package linli.bot.notice;

import java.util.List;

/** An audience as the columns of a row. */
record AudienceColumns(String kind, Long[] areas, boolean gridGroups, Long[] except) {

    static AudienceColumns of(Audience audience) {
        if (audience instanceof Audience.Except some) {
            AudienceColumns from = of(some.from());
            return new AudienceColumns(from.kind, from.areas, from.gridGroups, some.areaIds().toArray(Long[]::new));
        }
        if (audience instanceof Audience.Everything everything) {
            return new AudienceColumns("EVERYTHING", new Long[0], everything.gridGroups(), new Long[0]);
        }
        if (audience instanceof Audience.Grids grids) {
            return new AudienceColumns("GRIDS", grids.gridIds().toArray(Long[]::new), grids.gridGroups(), new Long[0]);
        }
        if (audience instanceof Audience.Saved saved) {
            return new AudienceColumns("SAVED", new Long[] {saved.selectionId()}, false, new Long[0]);
        }
        if (audience instanceof Audience.Subscribed) {
            return new AudienceColumns("SUBSCRIBED", new Long[0], false, new Long[0]);
        }
        return new AudienceColumns("BUILDINGS", ((Audience.Buildings) audience).areaIds().toArray(Long[]::new), false, new Long[0]);
    }

    /** @param topic of the notice, which a subscription is to; null where there is none */
    static Audience read(String kind, List<Long> areas, boolean gridGroups, List<Long> except, NoticeTopic topic) {
        Audience from = switch (kind) {
            case "EVERYTHING" -> new Audience.Everything(gridGroups);
            case "GRIDS" -> new Audience.Grids(areas, gridGroups);
            case "SAVED" -> new Audience.Saved(areas.get(0));
            case "SUBSCRIBED" -> new Audience.Subscribed(topic);
            default -> new Audience.Buildings(areas);
        };
        return from.except(except);
    }
}
