package linli.admin.security;

import java.util.List;
import linli.bot.staff.Staff;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person of the staff who is logged in, as the database knows the person now. Lives for one request. */
final class StaffToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Staff staff;
    private final boolean mustChange;

    StaffToken(Staff staff, boolean mustChange) {
        super(authorities(staff));
        this.staff = staff;
        this.mustChange = mustChange;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Staff staff) {
        return staff.roles().stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    Staff staff() {
        return staff;
    }

    /** Whether nothing is open but the page that changes the password. */
    boolean mustChange() {
        return mustChange;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return staff.userid();
    }
}
