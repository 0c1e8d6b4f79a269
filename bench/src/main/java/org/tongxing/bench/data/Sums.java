package org.tongxing.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * What the server would fold, once it had found time for it: the changes of every village, which are those of its pattern,
 * into the sums of the places above it. Villages come in the order of their codes, so that a place is complete when the next
 * one begins.
 */
final class Sums implements AutoCloseable {

    private static final String COUNTS = """
            eligible, by_family, by_area_duty, girls, girls_without, turning_eight, helper_left, newly_registered,
            needs_female_cadre, needs_dedicated_family, not_arranged""";
    private static final int DAYS = 1 << 16;
    private static final int COUNT = COUNTS.split(",").length;

    private final Map<String, List<Step>> steps;
    private final Inserts inserts;
    private final List<Place> open = new ArrayList<>();

    private Sums(Connection connection) throws SQLException {
        this.steps = steps(connection);
        this.inserts = new Inserts(
                connection,
                "INSERT INTO coverage_sum (division_code, node, category, parent_code, " + COUNTS
                        + ") VALUES (?, ?, ?, ?" + ", ?".repeat(COUNT) + ")");
    }

    /** Sums up what waits to be folded, for these villages in the order of their patterns. */
    static void of(Connection connection, List<DivisionCode> villages, int pattern) throws SQLException {
        Generator.run(connection, "TRUNCATE TABLE coverage_sum");
        Map<String, String> patterns = new HashMap<>();
        for (int i = 0; i < villages.size(); i++) {
            patterns.put(villages.get(i).value(), villages.get(i % pattern).value());
        }
        connection.setAutoCommit(false);
        try (Sums sums = new Sums(connection)) {
            for (String village : patterns.keySet().stream().sorted().toList()) {
                sums.add(new DivisionCode(village), sums.steps.getOrDefault(patterns.get(village), List.of()));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        Generator.run(connection, "TRUNCATE TABLE coverage_change");
    }

    private void add(DivisionCode village, List<Step> more) throws SQLException {
        List<DivisionCode> above = new ArrayList<>(List.of(new DivisionCode("")));
        above.addAll(village.ancestors());
        for (int level = 0; level < above.size(); level++) {
            String place = above.get(level).value();
            if (level < this.open.size() && !this.open.get(level).code().equals(place)) {
                closeFrom(level);
            }
            if (level == this.open.size()) {
                this.open.add(new Place(level == 0 ? null : above.get(level - 1).value(), place, new HashMap<>()));
            }
            this.open.get(level).add(more);
        }
    }

    private void closeFrom(int level) throws SQLException {
        for (Place place : this.open.subList(level, this.open.size())) {
            for (Map.Entry<Cell, int[]> sum : place.sums().entrySet()) {
                write(place, sum.getKey(), sum.getValue());
            }
        }
        this.open.subList(level, this.open.size()).clear();
    }

    private void write(Place place, Cell cell, int[] counts) throws SQLException {
        if (Arrays.stream(counts).allMatch(count -> count == 0)) {
            return;
        }
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, place.code(), cell.node(), cell.category(), place.parent());
        Arrays.stream(counts).forEach(values::add);
        this.inserts.add(values.toArray());
    }

    private static Map<String, List<Step>> steps(Connection connection) throws SQLException {
        Map<String, List<Step>> steps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT village_code, on_day, category, " + COUNTS + " FROM coverage_change");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int[] counts = new int[COUNT];
                for (int i = 0; i < COUNT; i++) {
                    counts[i] = row.getInt(4 + i);
                }
                steps.computeIfAbsent(row.getString(1), village -> new ArrayList<>())
                        .add(new Step(row.getObject(2, LocalDate.class), row.getString(3), counts));
            }
        }
        return Collections.unmodifiableMap(steps);
    }

    @Override
    public void close() throws SQLException {
        closeFrom(0);
        this.inserts.close();
    }

    private record Step(LocalDate on, String category, int[] counts) {}

    private record Cell(int node, String category) {}

    private record Place(@Nullable String parent, String code, Map<Cell, int[]> sums) {

        void add(List<Step> steps) {
            for (Step step : steps) {
                // As DayTree of the server has it.
                int day = (int) step.on().toEpochDay() + 1;
                for (int node = day; node <= DAYS; node += Integer.lowestOneBit(node)) {
                    int[] sum = this.sums.computeIfAbsent(new Cell(node, step.category()), cell -> new int[COUNT]);
                    for (int i = 0; i < COUNT; i++) {
                        sum[i] += step.counts()[i];
                    }
                }
            }
        }
    }
}
