package linli.bot.sandbox.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import linli.bot.sandbox.server.protocol.Answer;
import linli.bot.sandbox.server.world.Refused;
import linli.bot.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says what was wrong with a call, in Chinese. */
@RestControllerAdvice
@Order(2)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused, HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/cgi-bin/")) {
            return ResponseEntity.ok(Answer.of(47001, "data format error"));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", refused.getMessage());
        if (!refused.names().isEmpty()) {
            body.put("names", refused.names());
        }
        return answer(refused.status(), body);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<Map<String, Object>> nothingThere(HttpServletRequest request) {
        return answer(404, Map.of("error", Texts.of("sandbox.noSuchCall", request.getRequestURI())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answer(405, Map.of("error", Texts.of("sandbox.wrongMethod", request.getRequestURI(), wrong.getMethod())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongParameter(MethodArgumentTypeMismatchException wrong) {
        return answer(400, Map.of("error", Texts.of("sandbox.wrongParameter", wrong.getName())));
    }

    /** The caller has gone; there is nobody to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("caller gone");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> defect(RuntimeException defect, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), defect);
        return answer(500, Map.of("error", Texts.of("sandbox.defect")));
    }

    /** JSON even for a caller that asked for something else. */
    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
