package org.tongxing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came of broken requests, by endpoint, in a table that keeps the endpoints of earlier runs. */
final class FuzzReport {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ [^`]+)` \\|(.*)\\|");
    private static final String HEAD = """
            # Broken requests

            Written by `bench/fuzz`, which replaces the lines of the endpoints it asks. *Refused* are answers from 400 to 499, of which *hung
            up* counts those where the server ended the connection instead; *accidents* are answers from 500 on; *changed* are requests
            that were refused, or only asked, and changed a row all the same, apart from those of the audit. All three have to be
            nothing or plain.

            """;

    private final @Nullable Path file;
    private final Map<String, Line> lines = new TreeMap<>();

    FuzzReport(@Nullable String file) {
        this.file = file == null ? null : Path.of(file);
    }

    /** The first of those who may, for each endpoint, as the table of rights says. */
    static Map<String, String> whoMay(Path table) throws IOException {
        Map<String, String> first = new ConcurrentHashMap<>();
        List<String> people = List.of();
        for (String line : Files.readAllLines(table)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("| | ")) {
                people = List.of(line.substring(4).replace("|", "").strip().split(" +(?!out)"));
            } else if (row.matches()) {
                String[] cells = row.group(2).split("\\|");
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i].strip().startsWith("ok")) {
                        first.putIfAbsent(row.group(1), people.get(i));
                    }
                }
                first.putIfAbsent(row.group(1), people.get(0));
            }
        }
        return first;
    }

    /** How often the endpoint was asked by the run that asked it last; 0: never. */
    int asked(String endpoint) throws IOException {
        String line = earlier().get(endpoint);
        return line == null ? 0 : Integer.parseInt(line.split("\\|")[2].strip());
    }

    Line line(String endpoint) {
        return this.lines.computeIfAbsent(endpoint, Line::new);
    }

    void write(Line done) throws IOException {
        if (this.file == null) {
            return;
        }
        Map<String, String> all = earlier();
        this.lines.values().forEach(line -> all.put(line.endpoint, line.toString()));
        String table = "| | requests | accepted | refused | hung up | accidents | changed | a second |\n"
                + "| --- | --: | --: | --: | --: | --: | --: | --: |\n" + String.join("\n", all.values()) + "\n";
        Files.writeString(this.file, HEAD + table);
        System.out.println(done);
    }

    private Map<String, String> earlier() throws IOException {
        Map<String, String> all = new TreeMap<>();
        if (this.file != null && Files.exists(this.file)) {
            for (String line : Files.readAllLines(this.file)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    all.put(row.group(1), line);
                }
            }
        }
        return all;
    }

    /** One endpoint. */
    static final class Line {

        private final String endpoint;
        private final AtomicInteger[] hundreds = new AtomicInteger[6];
        private final AtomicInteger hungUp = new AtomicInteger();
        private final AtomicInteger changed = new AtomicInteger();
        private final long begun = System.nanoTime();
        private double seconds;

        private Line(String endpoint) {
            this.endpoint = endpoint;
            for (int i = 0; i < this.hundreds.length; i++) {
                this.hundreds[i] = new AtomicInteger();
            }
        }

        void count(int status) {
            this.hundreds[Math.min(5, status / 100)].incrementAndGet();
            if (status == RawHttp.HUNG_UP) {
                this.hungUp.incrementAndGet();
            }
        }

        void changed() {
            this.changed.incrementAndGet();
        }

        void end() {
            this.seconds = (System.nanoTime() - this.begun) / 1e9;
        }

        int accepted() {
            return this.hundreds[2].get() + this.hundreds[3].get();
        }

        @Override
        public String toString() {
            int requests = accepted() + this.hundreds[4].get() + this.hundreds[5].get();
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %d | %d | %d | %.0f |",
                    this.endpoint,
                    requests,
                    accepted(),
                    this.hundreds[4].get(),
                    this.hungUp.get(),
                    this.hundreds[5].get(),
                    this.changed.get(),
                    requests / Math.max(this.seconds, 0.001));
        }
    }
}
