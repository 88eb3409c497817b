package linli.admin.security;

import java.util.Optional;
import linli.bot.staff.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Who is at the console. A controller simply takes an {@link Actor}. */
@Component
public class CurrentStaff implements HandlerMethodArgumentResolver {

    /** The person of this request; throws when nobody is logged in. */
    public Actor actor() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    public Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffToken token
                ? Optional.of(token.staff().actor())
                : Optional.empty();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory binders) {
        return actor();
    }
}
