package linli.bot.live;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gate on loopback before another server's port; shut, it refuses and cuts, as if the server were gone. */
class Gate implements Closeable {

    private final int target;
    private final int port;
    private final List<Socket> passing = new CopyOnWriteArrayList<>();
    private ServerSocket entrance;

    Gate(int target) throws IOException {
        this.target = target;
        open(0);
        this.port = entrance.getLocalPort();
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        open(port);
    }

    private void open(int at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        entrance = opened;
        inBackground(() -> {
            while (!opened.isClosed()) {
                letIn(opened.accept());
            }
        });
    }

    void shut() throws IOException {
        entrance.close();
        for (Socket socket : passing) {
            socket.close();
        }
        passing.clear();
    }

    private void letIn(Socket visitor) throws IOException {
        Socket inside = new Socket(InetAddress.getLoopbackAddress(), target);
        passing.add(visitor);
        passing.add(inside);
        inBackground(() -> pass(visitor, inside));
        inBackground(() -> pass(inside, visitor));
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A socket that was cut ends its thread: that is what the gate is for.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            shut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
