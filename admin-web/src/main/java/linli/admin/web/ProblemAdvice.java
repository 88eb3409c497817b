package linli.admin.web;

import jakarta.servlet.http.HttpServletResponse;
import linli.bot.problem.Conflict;
import linli.bot.problem.Invalid;
import linli.bot.problem.NotFound;
import linli.bot.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A refusal of the bot as a page. For htmx the headers pick the sentence out of the page and put it where messages stand,
 * so that what was being looked at stays.
 */
@ControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ModelAndView show(Problem problem, HttpServletResponse response) {
        HttpStatus status = statusOf(problem);
        response.setHeader("HX-Retarget", "#flash");
        response.setHeader("HX-Reswap", "innerHTML");
        response.setHeader("HX-Reselect", ".problem");
        ModelAndView page = new ModelAndView("error/" + status.value());
        page.addObject("problem", problem.getMessage());
        page.setStatus(status);
        return page;
    }

    /** Found while the request is read, before any controller is chosen. */
    @ExceptionHandler
    ModelAndView show(MaxUploadSizeExceededException tooLarge, HttpServletResponse response) {
        return show(new Invalid("problem.setup.large"), response);
    }

    private static HttpStatus statusOf(Problem problem) {
        if (problem instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (problem instanceof Conflict) {
            return HttpStatus.CONFLICT;
        }
        return problem instanceof Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.FORBIDDEN;
    }
}
