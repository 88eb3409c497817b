package linli.bot.sandbox.server.protocol;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** WeCom answers 200 whatever went wrong; the code says it. */
@RestControllerAdvice
@Order(1)
class ProtocolProblems {

    @ExceptionHandler
    Map<String, Object> wecomError(WeComError error) {
        return Answer.of(error.code(), error.getMessage());
    }
}
