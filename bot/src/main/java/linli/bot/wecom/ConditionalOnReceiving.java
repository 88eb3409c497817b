package linli.bot.wecom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Only in a process that takes callbacks and pulls from WeCom ({@code linli.wecom.receive}). */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${linli.wecom.corp-id:}'.isBlank() and ${linli.wecom.receive:true}")
public @interface ConditionalOnReceiving {}
