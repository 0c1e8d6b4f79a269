package org.tongxing.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * One child process that serves a port of the loopback interface and ends with this JVM, however the JVM ends.
 *
 * <p>It runs in a session of its own, so that Ctrl-C or a signal to the whole process group reaches the JVM alone: the
 * application closes first, on a database that still answers. A small shell keeps it company and reads from a pipe that
 * only the JVM holds open; the end of the pipe is the end of the engine.
 */
final class Engine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String KEEPER = """
            exec 3<&0
            "$@" 3<&- < /dev/null &
            engine=$!
            echo $engine > "$0"
            ( read -r end <&3; kill $engine ) &
            keeper=$!
            wait $engine
            code=$?
            kill $keeper 2> /dev/null
            exit $code
            """;

    private final Process keeper;
    private final int port;

    private Engine(Process keeper, int port) {
        this.keeper = keeper;
        this.port = port;
    }

    int port() {
        return this.port;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the process and waits until it answers; one that outlived its JVM is waited for first. */
    static Engine start(String name, Path run, int port, List<String> command) throws IOException {
        Path pidFile = run.resolve(name + ".pid");
        reap(pidFile, command.get(0));
        List<String> kept = Stream.concat(Stream.of("setsid", "sh", "-c", KEEPER, pidFile.toString()), command.stream())
                .toList();
        Process process = new ProcessBuilder(kept)
                .redirectErrorStream(true)
                .redirectOutput(run.resolve(name + ".log").toFile())
                .start();
        Engine engine = new Engine(process, port);
        // After the application has closed: a context that closes without its database waits for it in vain.
        SpringApplication.getShutdownHandlers().add(engine::stop);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!engine.answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                engine.stop();
                throw new IllegalStateException(name + " did not start, see " + run.resolve(name + ".log"));
            }
            pause();
        }
        return engine;
    }

    private static void reap(Path pidFile, String binary) throws IOException {
        String written = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
        if (written.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(written))
                .filter(left -> left.info().command().filter(binary::equals).isPresent())
                .ifPresent(left -> {
                    left.destroy();
                    left.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                });
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 200);
            return this.keeper.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop() {
        try {
            this.keeper.getOutputStream().close();
            if (!this.keeper.waitFor(30, TimeUnit.SECONDS)) {
                this.keeper.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException gone) {
            // The pipe has no reader any more, hence the engine has ended by itself.
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while an engine was starting"));
        }
    }
}
