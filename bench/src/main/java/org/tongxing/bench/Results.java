package org.tongxing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the last run of each row, kept in a file that is committed. */
final class Results {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private final Path file;
    private final String commit;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Results(Path file, String commit) throws IOException {
        this.file = file;
        this.commit = commit;
        if (Files.exists(file)) {
            JSON.readValue(Files.readAllBytes(file), ENTRIES).forEach(this::put);
        }
    }

    /** Replaces what was known of the same thing on as much data, and writes the file at once. */
    void keep(Figure figure) throws IOException {
        put(new Entry(
                figure.name(),
                figure.against(),
                rounded(figure.ratio()),
                rounded(figure.spread()),
                figure.reach(),
                figure.met(),
                figure.size(),
                this.commit));
        Files.write(this.file, JSON.writeValueAsBytes(this.entries.values()));
    }

    private void put(Entry entry) {
        this.entries.put(entry.name() + "|" + entry.against() + "|" + entry.size(), entry);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private record Entry(
            String name,
            String against,
            double ratio,
            double spread,
            String reach,
            boolean met,
            String size,
            String commit) {}
}
