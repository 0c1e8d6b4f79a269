package org.tongxing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A server in a process of its own, on data that outlive it, so that a test can kill it as a power cut would. */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final int port;
    private final List<String> settings;
    private Process process;

    private ServerProcess(Path directory, int port, List<String> settings) {
        this.directory = directory;
        this.port = port;
        this.settings = settings;
    }

    static ServerProcess on(Path directory) throws IOException {
        ServerProcess server = new ServerProcess(
                directory,
                freePort(),
                List.of(
                        "--tongxing.sandbox.directory=" + directory.toAbsolutePath(),
                        "--tongxing.sandbox.sample=accounts",
                        "--tongxing.jobs.patience=6s"));
        server.start();
        return server;
    }

    /** A second instance on the engines of this process, which outlive it; its log goes to the directory. */
    static ServerProcess beside(ConfigurableEnvironment here, Path directory) throws IOException {
        List<String> settings = new ArrayList<>();
        ((MapPropertySource) Objects.requireNonNull(here.getPropertySources().get("sandbox")))
                .getSource()
                .forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--tongxing.wish.every=12h");
        // They would start engines of their own in the folder of ours.
        settings.add("--spring.autoconfigure.exclude=org.tongxing.sandbox.wechat.DeviceConfiguration,"
                + "org.tongxing.sandbox.town.SampleConfiguration,org.tongxing.sandbox.past.PastConfiguration");
        ServerProcess server = new ServerProcess(directory, freePort(), settings);
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    int port() {
        return this.port;
    }

    /** Starts on the same data and port as before, and answers once the server does. */
    void start() throws IOException {
        Files.createDirectories(this.directory);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Shanghai",
                "-cp",
                System.getProperty("java.class.path"),
                TongxingApplication.class.getName(),
                "--server.port=" + this.port));
        command.addAll(this.settings);
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        this.directory.resolve("server.log").toFile()))
                .start();
        Awaitility.await("health, see " + this.directory.resolve("server.log"))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !this.process.isAlive() || healthy());
        if (!this.process.isAlive()) {
            throw new IllegalStateException("The server ended, see " + this.directory.resolve("server.log"));
        }
    }

    /** SIGKILL: nothing is said, nothing is closed, and the engines are left behind for the next start. */
    void kill() throws InterruptedException {
        this.process.destroyForcibly();
        this.process.waitFor();
    }

    void stop() throws InterruptedException {
        this.process.destroy();
        this.process.waitFor();
    }

    private boolean healthy() throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + this.port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
