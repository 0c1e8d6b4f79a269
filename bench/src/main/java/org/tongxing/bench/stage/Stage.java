package org.tongxing.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.tongxing.TongxingApplication;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.engine.Database;

/**
 * Real engines on data that are kept from one run to the next, and instances of the server on them.
 *
 * <p>The engines belong to this process, so that an instance can be killed without them.
 */
public record Stage(Path directory, Sandbox sandbox) {

    public static final String SERVER = TongxingApplication.class.getName();
    public static final String HEALTH = "/actuator/health";

    /**
     * @param name tells stages of different sizes and seeds apart
     * @param mysql the address of a MySQL that runs already, or null for the embedded MariaDB
     */
    public static Stage named(String name, @Nullable String mysql) throws IOException {
        Path directory =
                Files.createDirectories(Path.of("target", "stage-" + name).toAbsolutePath());
        return new Stage(directory, Sandbox.on(directory.toString(), mysql));
    }

    /** The same, with nothing on it. */
    public static Stage anew(String name, @Nullable String mysql) throws IOException {
        FileSystemUtils.deleteRecursively(Path.of("target", "stage-" + name));
        return named(name, mysql);
    }

    /** The application inside this process, for making data through its own front doors. */
    public ConfigurableApplicationContext application() {
        return application(Map.of());
    }

    /** The same with settings of its own. */
    public ConfigurableApplicationContext application(Map<String, ?> more) {
        Map<String, Object> settings = settings();
        settings.putAll(more);
        settings.put("server.port", 0);
        settings.put("logging.level.root", "WARN");
        return SpringApplication.run(
                TongxingApplication.class,
                settings.entrySet().stream()
                        .map(one -> "--" + one.getKey() + "=" + one.getValue())
                        .toArray(String[]::new));
    }

    /** An instance of the server, as it is started in production but for the stand-ins it speaks with. */
    public Instance instance() throws IOException, InterruptedException {
        return instance(Map.of());
    }

    /** The same with settings of its own. */
    public Instance instance(Map<String, ?> more) throws IOException, InterruptedException {
        return instance(List.of(), more);
    }

    /** The same with options of the JVM. */
    public Instance instance(List<String> options, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> settings = settings();
        settings.putAll(more);
        List<String> what = new ArrayList<>(options);
        what.addAll(List.of("-cp", System.getProperty("java.class.path"), SERVER));
        return Instance.start(what, settings, HEALTH, log("server"));
    }

    public Path log(String of) {
        return this.directory.resolve(of + ".log");
    }

    /** How an application on this stage is configured. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(this.sandbox.settings(true));
        settings.put("tongxing.sandbox.sample", "none");
        return settings;
    }

    public Database database() {
        return this.sandbox.engines().database();
    }

    public Connection connection() throws SQLException {
        Database database = database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
