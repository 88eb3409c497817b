package linli.bot.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.bot.memory.Remembered;
import linli.bot.problem.NotFound;
import linli.bot.time.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The community's tree of areas. */
@Component
@Transactional
public class Areas {

    private final AreaMapper mapper;
    private final Remembered remembered;

    Areas(AreaMapper mapper, MachineClock machine) {
        this.mapper = mapper;
        this.remembered = new Remembered(machine);
    }

    public Area get(long id) {
        return Optional.ofNullable(byId().get(id)).orElseThrow(() -> new NotFound("problem.area.missing"));
    }

    public Optional<Area> findByCode(String code) {
        return Optional.ofNullable(mapper.findByCode(code));
    }

    /** The building people call by this number, if the community has it. */
    public Optional<Area> building(String number) {
        Map<String, Long> known = remembered.get("buildings", () -> mapper.findNumbers(AreaKind.BUILDING).stream()
                .collect(Collectors.toMap(AreaMapper.Number::said, AreaMapper.Number::areaId, Math::min)));
        return Optional.ofNullable(known.get(number)).map(byId()::get);
    }

    private Map<Long, Area> byId() {
        return remembered.get("all", () -> mapper.findAll().stream().collect(Collectors.toMap(Area::id, Function.identity())));
    }

    /** All grids, by number. */
    public List<Area> grids() {
        return mapper.findByKind(AreaKind.GRID);
    }

    /** All buildings, by number. */
    public List<Area> buildings() {
        return mapper.findByKind(AreaKind.BUILDING);
    }

    public List<Area> buildingsOf(long gridId) {
        return mapper.findChildren(gridId, AreaKind.BUILDING);
    }

    /** Whether a community has been imported. */
    public boolean isEmpty() {
        return mapper.count() == 0;
    }

    /** Adds or, by its code, changes an area. */
    public long put(String code, AreaKind kind, String name, String number, Long parentId, int households) {
        remembered.changed();
        return mapper.put(code, kind, name, number, parentId, households);
    }
}
