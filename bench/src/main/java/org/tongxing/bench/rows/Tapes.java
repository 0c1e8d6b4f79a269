package org.tongxing.bench.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongxing.bench.peer.PlainJdbc;
import org.tongxing.bench.peer.Tape;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.Stage;

/** What requests send to the database, written down once and played by a peer that does nothing else. */
final class Tapes implements AutoCloseable {

    private final Stage stage;
    private final Path running;
    private final Instance recorded;

    Tapes(Stage stage) throws IOException, InterruptedException {
        this.stage = stage;
        this.running = stage.directory().resolve("tape.sql");
        Map<String, Object> settings = stage.settings();
        settings.put(
                "spring.datasource.url", stage.database().jdbcUrl() + "&queryInterceptors=" + Tape.class.getName());
        this.recorded = Instance.start(
                List.of(
                        "-D" + Tape.FILE + "=" + this.running,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stage.SERVER),
                settings,
                Stage.HEALTH,
                stage.log("recorded"));
    }

    int port() {
        return this.recorded.port();
    }

    /** What the second request of this kind sends to the database; the first fills what is kept in memory. */
    Path record(String name, Request request) throws IOException {
        request.send();
        Files.deleteIfExists(this.running);
        request.send();
        return Files.move(
                this.running, this.stage.directory().resolve(name + ".sql"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        this.recorded.close();
    }

    /** How many of the tapes a second plain JDBC plays from so many connections, in a JVM with the same settings. */
    static double play(Stage stage, List<Path> tapes, int threads, int warmUpMillis, int millis)
            throws IOException, InterruptedException {
        ProcessBuilder peer = new ProcessBuilder(Instance.java(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PlainJdbc.class.getName(),
                stage.database().jdbcUrl(),
                stage.database().user(),
                tapes.stream().map(Path::toString).collect(Collectors.joining(",")),
                Integer.toString(threads),
                Integer.toString(warmUpMillis),
                Integer.toString(millis))));
        peer.environment().put(PlainJdbc.PASSWORD, stage.database().password());
        peer.redirectError(stage.log("plain-jdbc").toFile());
        Process running = peer.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException("See " + stage.log("plain-jdbc"));
        }
        return Double.parseDouble(said.strip());
    }

    /** A request that is recorded. */
    interface Request {
        void send() throws IOException;
    }
}
