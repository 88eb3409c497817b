package linli.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** To another page after a form: a redirect, or for htmx the header that makes the browser go there; messages come along. */
public final class Onward {

    private Onward() {}

    /** @return the view, or null when the answer is complete */
    public static String to(String path, boolean partly, RedirectAttributes flash, HttpServletRequest request, HttpServletResponse response) {
        if (!partly) {
            return "redirect:" + path;
        }
        RequestContextUtils.getOutputFlashMap(request).putAll(flash.getFlashAttributes());
        RequestContextUtils.saveOutputFlashMap(path, request, response);
        response.setHeader("HX-Redirect", path);
        return null;
    }
}
