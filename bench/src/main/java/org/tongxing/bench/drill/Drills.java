package org.tongxing.bench.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs one drill by its name: {@code Drills name times seed}; {@code bench/drill} calls it. */
public final class Drills {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper LINE = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, Object>>> LINES = new TypeReference<>() {};
    private static final Path COMMITTED = Path.of("drills.json");
    private static final Map<String, Drill> ALL = new LinkedHashMap<>();

    static {
        ALL.put("server", Killing.server());
        ALL.put("database", Killing.database());
        ALL.put("redis", Killing.redis());
        ALL.put("wechat", Hanging.wechat());
        ALL.put("oss", Hanging.oss());
        ALL.put("disk", new FullDisk());
        ALL.put("clock", new JumpingClock());
    }

    private Drills() {}

    public static void main(String[] args) {
        try {
            Drill drill = ALL.get(args[0]);
            if (drill == null) {
                System.err.println("Drills are " + String.join(", ", ALL.keySet()));
                System.exit(2);
                return;
            }
            Verdict verdict = drill.run(Integer.parseInt(args[1]), Long.parseLong(args[2]));
            keep(verdict);
            System.out.println(verdict);
            System.exit(verdict.met() ? 0 : 1);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.out.println(args[0] + ": NOT met, it did not come to its end");
            System.exit(1);
        }
    }

    private static void keep(Verdict verdict) throws IOException {
        Files.write(Path.of("target", "drills", verdict.name(), "verdict.json"), JSON.writeValueAsBytes(verdict));
        List<Map<String, Object>> lines = Files.exists(COMMITTED)
                ? new ArrayList<>(JSON.readValue(Files.readAllBytes(COMMITTED), LINES))
                : new ArrayList<>();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", verdict.name());
        line.put("times", verdict.times());
        line.put("operations", verdict.operations());
        line.put("lost", verdict.lost());
        line.put("half", verdict.half());
        line.put("doubled", verdict.doubled());
        line.put("back_ms", verdict.backMs());
        line.put("met", verdict.met());
        line.put("commit", System.getProperty("bench.commit", "unknown"));
        lines.removeIf(one -> verdict.name().equals(one.get("name")));
        lines.add(line);
        lines.sort(Comparator.comparing(one -> String.valueOf(one.get("name"))));
        Files.writeString(
                COMMITTED,
                lines.stream().map(LINE::writeValueAsString).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
    }
}
