package linli.bot.sandbox.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Threads that the shared connection pool starts while it serves us outlive us, so they must not inherit this web
 * application's class loader; Tomcat would warn of a leak whenever the sandbox stops.
 */
class PlainLoaderValve extends ValveBase {

    PlainLoaderValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PlainLoaderValve.class.getClassLoader());
        try {
            getNext().invoke(request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
