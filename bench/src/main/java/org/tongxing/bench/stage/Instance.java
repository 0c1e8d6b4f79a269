package org.tongxing.bench.stage;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A Java program in a process of its own that answers HTTP on a port of the loopback interface. */
public final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** What server and peers are started with alike. */
    private static final List<String> JVM = List.of("-Xmx1g", "-Duser.timezone=Asia/Shanghai");

    /** Options for a profiler, such as {@code -XX:StartFlightRecording}; figures taken with it are for looking only. */
    private static final List<String> PROFILER = Arrays.stream(
                    System.getenv().getOrDefault("BENCH_JVM", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    private final List<String> command;
    private final Map<String, String> environment;
    private final String health;
    private final Path log;
    private final int port;
    private Process process;

    private Instance(List<String> command, Map<String, String> environment, String health, Path log, int port)
            throws IOException {
        this.command = command;
        this.environment = environment;
        this.health = health;
        this.log = log;
        this.port = port;
        this.process = launch();
    }

    /**
     * Starts a main class of this class path and waits until it answers.
     *
     * @param settings become {@code --key=value}
     * @param health the path that answers 200 once it serves
     */
    public static Instance start(String mainClass, Map<String, ?> settings, String health, Path log)
            throws IOException, InterruptedException {
        return start(mainClass, settings, Map.of(), health, log);
    }

    /** The same with variables of the environment. */
    public static Instance start(
            String mainClass, Map<String, ?> settings, Map<String, String> environment, String health, Path log)
            throws IOException, InterruptedException {
        List<String> what = List.of("-cp", System.getProperty("java.class.path"), mainClass);
        return start(what, settings, environment, health, log);
    }

    /** The same with everything between {@code java} and the settings given. */
    public static Instance start(List<String> what, Map<String, ?> settings, String health, Path log)
            throws IOException, InterruptedException {
        return start(what, settings, Map.of(), health, log);
    }

    private static Instance start(
            List<String> what, Map<String, ?> settings, Map<String, String> environment, String health, Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = java(what);
        command.addAll(1, PROFILER);
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        command.add("--server.port=" + port);
        Instance instance = new Instance(List.copyOf(command), environment, health, log, port);
        instance.awaitHealth();
        return instance;
    }

    /** The command of a program with the settings all are measured with. */
    public static List<String> java(List<String> what) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(JVM);
        command.addAll(what);
        return command;
    }

    public int port() {
        return this.port;
    }

    public long pid() {
        return this.process.pid();
    }

    /** Starts again on the same port and waits until it answers. */
    public void restart() throws IOException, InterruptedException {
        this.process = launch();
        awaitHealth();
    }

    /** SIGKILL: nothing is said, nothing is closed. */
    public void kill() throws InterruptedException {
        this.process.destroyForcibly();
        this.process.waitFor();
    }

    @Override
    public void close() {
        this.process.destroy();
        try {
            this.process.waitFor();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(this.command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
        builder.environment().putAll(this.environment);
        return builder.start();
    }

    private void awaitHealth() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy()) {
            if (!this.process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("It does not answer, see " + this.log);
            }
            Thread.sleep(20);
        }
    }

    private boolean healthy() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + this.health))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
