package org.tongxing.bench.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongxing.bench.stage.Http;
import org.tongxing.bench.stage.Instance;
import org.tongxing.bench.stage.People;
import org.tongxing.bench.stage.Stage;
import org.tongxing.sandbox.wechat.Templates;

/**
 * Where a drill takes place: the sample town on engines of its own, a server in a process of its own, some volunteers and
 * wishes. Everything is made anew for every drill.
 */
final class Scene implements AutoCloseable {

    static final String TOWN = "511304114";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int VOLUNTEERS = 4;
    private static final int WISHES = 8;

    private final Path evidence;
    private final Stage stage;
    private final Instance server;

    private Scene(Path evidence, Stage stage, Instance server) {
        this.evidence = evidence;
        this.stage = stage;
        this.server = server;
    }

    /** Makes the town; what an earlier run of the same drill left is deleted. */
    static Scene of(String drill, Outside outside) throws Exception {
        Path evidence = Path.of("target", "drills", drill).toAbsolutePath();
        delete(evidence);
        delete(Path.of("target", "stage-drill-" + drill));
        Files.createDirectories(evidence);
        Stage stage = Stage.named("drill-" + drill, null);
        Map<String, ?> more = outside.settings(stage);
        Map<String, Object> settings = new LinkedHashMap<>(stage.settings());
        settings.put("tongxing.sandbox.sample", "town");
        settings.putAll(more);
        Map<String, String> environment = new HashMap<>(outside.environment(evidence));
        // Started again and again, and nobody measures how fast it is afterwards.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Instance server =
                Instance.start(Stage.SERVER, settings, environment, Stage.HEALTH, evidence.resolve("server.log"));
        Scene scene = new Scene(evidence, stage, server);
        // However the drill ends, nothing is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        while (scene.rows("SELECT step FROM sandbox_step WHERE step = 'done'").isEmpty()) {
            Thread.sleep(200);
        }
        scene.helpers();
        return scene;
    }

    private static void end(Instance server) {
        try {
            server.kill();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    Path evidence() {
        return this.evidence;
    }

    Stage stage() {
        return this.stage;
    }

    Instance server() {
        return this.server;
    }

    Connection connection() throws SQLException {
        return this.stage.connection();
    }

    Engine database() throws IOException {
        int port = URI.create(this.stage.database().jdbcUrl().substring("jdbc:".length()))
                .getPort();
        return Engine.database(this.stage.directory(), port);
    }

    Engine redis() throws IOException {
        return Engine.redis(
                this.stage.directory(), this.stage.sandbox().engines().redisPort());
    }

    Http phone(String openid) throws IOException {
        return new People(this.stage).phone(this.server.port(), openid).again(this.server.port(), PATIENCE);
    }

    Http console(String username) throws IOException {
        return new People(this.stage).console(this.server.port(), username).again(this.server.port(), PATIENCE);
    }

    /** What a query answers, each row as text. */
    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(row.getString(column));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /** Volunteers who are ready, and wishes they may promise. */
    private void helpers() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i <= VOLUNTEERS; i++) {
                statement.executeUpdate(
                        "INSERT INTO phone_account (openid, created_at) VALUES ('" + volunteer(i) + "', NOW(3))");
            }
            statement.executeUpdate("""
                    INSERT INTO volunteer (phone_account_id, kind, name, id_sealed, id_digest, code_version, code_signed_at,
                                           screened_on, screening, trained_on, registered_at)
                    SELECT id, 'NEIGHBOUR', '某人', '', CONCAT('drill', id), '1', NOW(3), CURRENT_DATE, 'CLEAR', CURRENT_DATE,
                           NOW(3) FROM phone_account WHERE openid LIKE 'drill-%'
                    """);
            statement.executeUpdate("""
                    INSERT INTO membership (phone_account_id, kind, division_code, state, requested_at)
                    SELECT id, 'VOLUNTEER', '511304114', 'CONFIRMED', NOW(3) FROM phone_account WHERE openid LIKE 'drill-%'
                    """);
            // Most cadres of the sample have an account and no phone.
            statement.executeUpdate("""
                    UPDATE phone_account a JOIN membership m ON m.phone_account_id = a.id AND m.kind = 'CADRE_FAMILY'
                    SET a.openid = CONCAT('drill-cadre-', a.id) WHERE a.openid IS NULL
                    """);
            statement.executeUpdate("""
                    INSERT INTO wish (child_id, township_code, alias, age_band, what, why, state, proposed_by, proposed_at,
                                      published_at)
                    SELECT c.id, '511304114', '小溪', '8～9 岁', '一本书', '想看', 'OPEN', 1, NOW(3), NOW(3) FROM child c
                    WHERE c.village_code LIKE '511304114%' AND c.left_on IS NULL
                      AND NOT EXISTS (SELECT 1 FROM wish w WHERE w.open_child_id = c.id)
                    ORDER BY c.id LIMIT
                    """ + WISHES);
        }
    }

    /** A director of every village with a paired child, who has consented to as many messages as there may be. */
    String director(int messages) throws SQLException {
        String openid = "drill-director";
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO phone_account (openid, created_at) VALUES ('" + openid + "', NOW(3))");
            statement.executeUpdate("""
                    INSERT INTO membership (phone_account_id, kind, division_code, state, requested_at)
                    SELECT a.id, 'CHILD_DIRECTOR', '511304114', 'CONFIRMED', NOW(3)
                    FROM phone_account a WHERE a.openid = 'drill-director'
                    """);
            statement.executeUpdate("INSERT INTO subscribe_credit (phone_account_id, template_id, credits, changed_at)"
                    + " SELECT id, '" + Templates.DUE + "', " + messages
                    + ", NOW(3) FROM phone_account WHERE openid = '" + openid + "'");
        }
        this.stage.sandbox().people().add(openid, openid, "140");
        for (int i = 0; i < messages; i++) {
            this.stage.sandbox().wechat().messages().consent(openid, Templates.DUE);
        }
        return openid;
    }

    static List<String> volunteers() {
        return Stream.iterate(0, i -> i + 1)
                .limit(VOLUNTEERS)
                .map(Scene::volunteer)
                .toList();
    }

    /** A volunteer nobody else acts for. */
    static String keeper() {
        return volunteer(VOLUNTEERS);
    }

    private static String volunteer(int number) {
        return "drill-" + number;
    }

    /** Deletes a directory with everything in it; a link stays. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory) || Files.isSymbolicLink(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    @Override
    public void close() {
        this.server.close();
    }

    /** What the server is told about the world outside, once the engines run. */
    interface Outside {
        Map<String, ?> settings(Stage stage) throws IOException;

        /** Variables of its environment, once there is a place for evidence. */
        default Map<String, String> environment(Path evidence) throws IOException {
            return Map.of();
        }
    }
}
