package org.tongxing.bench.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to somebody outside, which can be made to hang: connections are taken and nothing is ever answered, or answered a
 * byte a second.
 */
final class Line implements AutoCloseable {

    private static final int BUFFER = 8_192;
    private static final long SLOW_MILLIS = 1_000;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.THROUGH;

    private Line(ServerSocket listening, InetSocketAddress target) {
        this.listening = listening;
        this.target = target;
    }

    static Line to(String address) throws IOException {
        URI uri = URI.create(address);
        Line line = new Line(
                new ServerSocket(0, 200, InetAddress.getLoopbackAddress()),
                new InetSocketAddress(uri.getHost(), uri.getPort()));
        start(line::accept);
        return line;
    }

    String address() {
        return "http://127.0.0.1:" + this.listening.getLocalPort();
    }

    /** Changes what it does with what goes over it from now on; once it is through again, hung connections break. */
    void set(State next) throws IOException {
        this.state = next;
        if (next == State.THROUGH) {
            for (Socket socket : this.open) {
                socket.close();
            }
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = this.listening.accept();
            this.open.add(near);
            start(() -> serve(near));
        }
    }

    private void serve(Socket near) throws IOException, InterruptedException {
        try (near;
                Socket far = new Socket()) {
            while (this.state == State.HUNG) {
                Thread.sleep(50);
            }
            far.connect(this.target);
            this.open.add(far);
            start(() -> pump(near, far, false));
            pump(far, near, true);
            this.open.remove(far);
        } finally {
            this.open.remove(near);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException, InterruptedException {
        byte[] bytes = new byte[BUFFER];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            while (this.state == State.HUNG) {
                Thread.sleep(50);
            }
            for (int sent = 0; sent < read; ) {
                int part = answers && this.state == State.SLOW ? 1 : read - sent;
                if (part == 1) {
                    Thread.sleep(SLOW_MILLIS);
                }
                out.write(bytes, sent, part);
                out.flush();
                sent += part;
            }
        }
        to.shutdownOutput();
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // A connection ended, or the line was taken down.
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                },
                "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        this.listening.close();
    }

    /** What a line does. */
    enum State {
        THROUGH,
        HUNG,
        SLOW
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
