package linli.bot.staff;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface StaffMapper {

    StaffRow find(long id);

    StaffRow findByUserid(String userid);

    List<StaffRow> findAll();

    List<StaffRow> findInRole(String role, Long gridId);

    List<Unit> findUnits();

    Unit findUnit(String code);

    long put(String userid, String name, String nickname, String[] roles, Long gridId, Long unitId);

    List<Phone> findPhones();

    record Phone(String userid, String phone) {}

    void setPhone(long id, String phone);

    void setActive(long id, boolean active);

    long putUnit(String code, String name, String phone);
}
