package org.tongxing.bench.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the clients meant to do and what they were answered, a line each, written before the request goes out and after the
 * answer came in. It is the clients' memory: the server never sees it.
 */
final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double SLOWEST = 0.95;
    private static final Set<String> PLAIN =
            Set.of("503 STORE_UNREACHABLE", "503 FILES_UNREACHABLE", "503 WECHAT_UNREACHABLE");

    private final Writer file;
    private final Map<Long, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Integer> troubles = new TreeMap<>();
    private final Map<String, Long> lastAnswers = new TreeMap<>();
    private final List<Took> took = new ArrayList<>();
    private long next = 1;
    private long watchedFrom = Long.MAX_VALUE;
    private long firstAnswerAt;

    Journal(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    /** Somebody is about to do something; answers the number of the operation. */
    synchronized long intend(String who, Deed deed, String subject, @Nullable String audit) {
        long number = this.next++;
        this.operations.put(number, new Operation(deed, subject, audit, Operation.End.UNKNOWN));
        Map<String, Object> line = line(number, "INTENT");
        line.put("who", who);
        line.put("deed", deed);
        line.put("subject", subject);
        write(line);
        return number;
    }

    /** The server answered, to a request that was sent at this moment of {@link System#nanoTime()}. */
    synchronized void answered(long number, String who, Operation.End end, int status, long sentAt) {
        this.operations.computeIfPresent(
                number, (same, one) -> new Operation(one.deed(), one.subject(), one.audit(), end));
        Map<String, Object> line = line(number, end.name());
        line.put("status", status);
        write(line);
        this.lastAnswers.merge(who, sentAt, Math::max);
        this.took.add(new Took(who, sentAt, System.nanoTime()));
        if (end == Operation.End.ACKNOWLEDGED && sentAt >= this.watchedFrom) {
            this.firstAnswerAt = System.nanoTime();
            this.watchedFrom = Long.MAX_VALUE;
        }
    }

    /** There was no answer, or one that says nothing about whether it was done. */
    synchronized void troubled(long number, String trouble) {
        this.troubles.merge(trouble, 1, Integer::sum);
        Map<String, Object> line = line(number, "UNANSWERED");
        line.put("trouble", trouble);
        write(line);
    }

    /** From now on the first acknowledgement of something asked after this moment is waited for. */
    synchronized void watch(long from) {
        this.watchedFrom = from;
        this.firstAnswerAt = 0;
    }

    /** How long after the moment watched from the first acknowledgement came, in milliseconds; 0 while there is none. */
    synchronized long firstAnswerAfter(long from) {
        return this.firstAnswerAt == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(this.firstAnswerAt - from);
    }

    /** Whether each of so many people was answered something that he or she asked after the moment. */
    synchronized boolean answeredAll(int people, long from) {
        return this.lastAnswers.values().stream().filter(at -> at >= from).count() >= people;
    }

    /** Whether somebody whose name begins like this was answered something asked after the moment. */
    synchronized boolean answeredSince(String who, long from) {
        return this.lastAnswers.entrySet().stream()
                .anyMatch(one -> one.getKey().startsWith(who) && one.getValue() >= from);
    }

    /** Within how many milliseconds 95 of 100 requests sent between the moments were answered, but for some people's. */
    synchronized double p95(long from, long until, Predicate<String> people) {
        double[] millis = this.took.stream()
                .filter(one -> one.sentAt() >= from && one.sentAt() < until && people.test(one.who()))
                .mapToDouble(one -> (one.answeredAt() - one.sentAt()) / 1e6)
                .sorted()
                .toArray();
        return millis.length == 0 ? Double.NaN : millis[(int) (millis.length * SLOWEST)];
    }

    synchronized List<Operation> operations() {
        return new ArrayList<>(this.operations.values());
    }

    synchronized Map<String, Integer> troubles() {
        return new TreeMap<>(this.troubles);
    }

    /** Accidents people were told of without being told that they may come again. */
    synchronized List<String> unclear() {
        return this.troubles.entrySet().stream()
                .filter(one -> one.getKey().startsWith("5") && !PLAIN.contains(one.getKey()))
                .map(one -> "answered %d times: %s".formatted(one.getValue(), one.getKey()))
                .toList();
    }

    private static Map<String, Object> line(long number, String phase) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", System.currentTimeMillis());
        line.put("operation", number);
        line.put("phase", phase);
        return line;
    }

    /** Flushed line by line: what broke may be this process. */
    private void write(Map<String, Object> line) {
        try {
            this.file.write(JSON.writeValueAsString(line) + "\n");
            this.file.flush();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private record Took(String who, long sentAt, long answeredAt) {}

    @Override
    public synchronized void close() throws IOException {
        this.file.close();
    }
}
