package org.tongxing.bench.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The database or the Redis of a stage as something that can be killed and started again, on the same port and data, with
 * the very command it was started with.
 */
final class Engine implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int SERVES_MILLIS = 200;

    private final Path run;
    private final String name;
    private final int port;
    private final List<String> command;
    private volatile ProcessHandle process;

    private Engine(Path run, String name, int port, ProcessHandle process, List<String> command) {
        this.run = run;
        this.name = name;
        this.port = port;
        this.process = process;
        this.command = command;
    }

    /** The embedded database of a stage. */
    static Engine database(Path stage, int port) throws IOException {
        ProcessHandle process = running(stage, "mariadb");
        String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        return new Engine(stage.resolve("run"), "mariadb", port, process, List.of(line.split("\0")));
    }

    /** The Redis of a stage: with its log on the disk, as in production. */
    static Engine redis(Path stage, int port) throws IOException {
        ProcessHandle process = running(stage, "redis");
        // Its own command line says only where it listens.
        List<String> command = List.of(
                process.info().command().orElseThrow(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                stage.resolve("redis").toString(),
                "--appendonly",
                "yes",
                "--maxmemory",
                "128mb");
        return new Engine(stage.resolve("run"), "redis", port, process, command);
    }

    private static ProcessHandle running(Path stage, String name) throws IOException {
        String pid = Files.readString(stage.resolve("run").resolve(name + ".pid"));
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** SIGKILL. */
    void kill() {
        this.process.destroyForcibly();
        this.process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean isAlive() {
        return this.process.isAlive();
    }

    /** Starts it again and waits until it takes connections. */
    void restart() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(this.command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        this.run.resolve(this.name + "-again.log").toFile()))
                .start();
        this.process = started.toHandle();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!serves()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(this.name + " did not come back, see " + this.run);
            }
            Thread.sleep(10);
        }
    }

    private boolean serves() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), SERVES_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        this.process.destroy();
        this.process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
