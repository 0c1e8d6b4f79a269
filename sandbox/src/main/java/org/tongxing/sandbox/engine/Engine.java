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
import org.springframework.boot.SpringApplication;

/** One child process that serves a port of the loopback interface and ends with this JVM. */
final class Engine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private Engine(Process process, int port) {
        this.process = process;
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

    /** Starts the process and waits until it answers; a left-over of a killed JVM is stopped first. */
    static Engine start(String name, Path run, int port, List<String> command) throws IOException {
        Path pidFile = run.resolve(name + ".pid");
        reap(pidFile, command.get(0));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(run.resolve(name + ".log").toFile())
                .start();
        Files.writeString(pidFile, Long.toString(process.pid()));
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
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        ProcessHandle.of(pid)
                .filter(left -> left.info().command().filter(binary::equals).isPresent())
                .ifPresent(left -> {
                    left.destroy();
                    left.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                });
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 200);
            return this.process.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop() {
        this.process.destroy();
        try {
            if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
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
