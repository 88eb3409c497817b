package linli.bot.wecom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Only where an organisation is configured: without {@code linli.wecom.corp-id} there is no edge. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${linli.wecom.corp-id:}'.isBlank()")
public @interface ConditionalOnWeCom {}
