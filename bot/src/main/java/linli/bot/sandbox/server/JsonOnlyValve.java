package linli.bot.sandbox.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Every body here is JSON, whatever it claims: what {@code curl -d} sends is called a form by default, and Tomcat would eat it
 * as parameters.
 */
class JsonOnlyValve extends ValveBase {

    /** The one call whose body is a form. */
    static final String UPLOAD = "/cgi-bin/media/upload";

    JsonOnlyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContentType() != null && !request.getRequestURI().equals(UPLOAD)) {
            request.getCoyoteRequest().getMimeHeaders().setValue("Content-Type").setString("application/json");
            request.getCoyoteRequest().setContentType("application/json");
        }
        getNext().invoke(request, response);
    }
}
