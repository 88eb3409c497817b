package linli.admin.security;

import linli.bot.staff.Staff;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Opens pages as somebody of the staff, without the way through the login page. */
public final class AsStaff {

    private AsStaff() {}

    public static RequestPostProcessor as(Staff person) {
        return SecurityMockMvcRequestPostProcessors.authentication(new StaffToken(person, false));
    }
}
