package linli.admin.security;

import linli.bot.staff.LoginOutcome;
import linli.bot.staff.Logins;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Asks {@link Logins} whether a name and a password belong together. */
final class StaffLogin implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private final Logins logins;

    StaffLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String name = typed.getName().strip();
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new BadCredentialsException("refused");
        }
        LoginOutcome outcome = logins.attempt(name, String.valueOf(typed.getCredentials()));
        if (outcome instanceof LoginOutcome.Accepted accepted) {
            return new StaffToken(accepted.staff(), accepted.mustChange());
        }
        if (outcome instanceof LoginOutcome.Locked) {
            throw new LockedException("locked");
        }
        throw new BadCredentialsException("refused");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
