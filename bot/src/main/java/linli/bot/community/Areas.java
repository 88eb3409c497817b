package linli.bot.community;

import java.util.List;
import java.util.Optional;
import linli.bot.problem.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The community's tree of areas. */
@Component
@Transactional
public class Areas {

    private final AreaMapper mapper;

    Areas(AreaMapper mapper) {
        this.mapper = mapper;
    }

    public Area get(long id) {
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("problem.area.missing"));
    }

    public Optional<Area> findByCode(String code) {
        return Optional.ofNullable(mapper.findByCode(code));
    }

    /** The building people call by this number, if the community has it. */
    public Optional<Area> building(String number) {
        return Optional.ofNullable(mapper.findByNumber(AreaKind.BUILDING, number));
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
        return mapper.put(code, kind, name, number, parentId, households);
    }
}
