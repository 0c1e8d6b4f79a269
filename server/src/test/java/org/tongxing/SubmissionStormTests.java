package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Phones with a bad line: every visit is sent many times, out of order, late, and with the connection cut in the middle or
 * before the answer. What comes of it is one visit each; and whatever was acknowledged survives a power cut.
 *
 * <p>{@code -Dtongxing.storm=10000} sends as many as the issue asks for.
 */
class SubmissionStormTests {

    private static final int SUBMISSIONS = Integer.getInteger("tongxing.storm", 600);
    private static final int COPIES = 10;
    private static final int SENDERS = 12;
    private static final int FAMILIES = 8;
    private static final int EVERY_TENTH = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ServerProcess server;
    private static Town town;
    private static final List<Pair> PAIRS = new ArrayList<>();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Set<Long>> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();

    @BeforeAll
    static void pairFamiliesAndHandThemPhones() throws Exception {
        Files.createDirectories(Path.of("target"));
        server = ServerProcess.on(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sandbox-storm"));
        town = Town.at(server.port());
        Set<Long> taken = new HashSet<>();
        for (JsonNode child : town.uncovered()) {
            for (JsonNode candidate : town.candidates(child.path("id").asLong()).path("suitable")) {
                long family = candidate.path("familyId").asLong();
                if (taken.add(family)) {
                    Town.Match match = new Town.Match(child.path("id").asLong(), family, candidate);
                    assertThat(town.pair(match).status()).isEqualTo(201);
                    PAIRS.add(new Pair(
                            match.child(), phone(candidate.path("cadreName").asString())));
                    break;
                }
            }
            if (PAIRS.size() == FAMILIES) {
                break;
            }
        }
        for (JsonNode request : town.clerk
                .get("/api/admin/memberships?state=REQUESTED&size=100")
                .json()
                .path("rows")) {
            town.clerk.post("/api/admin/memberships/" + request.path("id").asLong() + "/confirmation", Map.of());
        }
    }

    /** Signs in through the simulated WeChat of the other process; answers the token. */
    private static String phone(String cadre) throws Exception {
        ConsoleClient device = new ConsoleClient(server.port());
        String person = "/sandbox/wechat/people/"
                + device.post("/sandbox/wechat/people", Map.of("nickname", cadre, "phone", Roster.phoneOfCadre(cadre)))
                        .json()
                        .path("openid")
                        .asString();
        String token = device.post("/api/phone/session", Map.of("code", code(device, person + "/login-code")))
                .json()
                .path("token")
                .asString();
        new ConsoleClient(server.port(), token)
                .post("/api/phone/session/phone-number", Map.of("code", code(device, person + "/phone-code")));
        return token;
    }

    private static String code(ConsoleClient device, String path) throws Exception {
        return device.post(path, Map.of()).json().path("code").asString();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.stop();
    }

    @Test
    void leaveExactlyOneVisitEach() throws Exception {
        List<Letter> letters = letters();
        int before = visits();
        long began = System.nanoTime();
        send(storm(letters, 1));
        figures("storm", letters, began);
        everyLetterIsOneVisit(letters, before);
    }

    @Test
    void loseNothingAcknowledgedWhenTheServerIsKilledInTheMiddle() throws Exception {
        List<Letter> letters = letters();
        int before = visits();
        long began = System.nanoTime();
        List<Attempt> attempts = storm(letters, 2);
        Thread senders = new Thread(() -> send(attempts), "senders");
        senders.start();
        await().atMost(Duration.ofMinutes(5)).until(() -> this.answered.get() > attempts.size() / 5);
        server.kill();
        Map<String, Set<Long>> until = new ConcurrentHashMap<>(this.acknowledged);
        senders.join();
        server.start();
        assertThat(until).as("the kill fell into the storm").isNotEmpty().hasSizeLessThan(letters.size());

        this.surprises.clear();
        send(storm(letters, 3));
        figures("storm with a power cut", letters, began);
        until.forEach((key, ids) -> assertThat(this.acknowledged.get(key))
                .as("acknowledged before the cut")
                .isEqualTo(ids));
        everyLetterIsOneVisit(letters, before);
    }

    /** Each letter goes on being sent until it is acknowledged, as phones do; then there is one visit for it. */
    private void everyLetterIsOneVisit(List<Letter> letters, int before) throws Exception {
        send(letters.stream().map(letter -> new Attempt(letter, Line.GOOD)).toList());
        assertThat(this.surprises).isEmpty();
        assertThat(this.acknowledged).hasSize(letters.size());
        assertThat(this.acknowledged.values())
                .as("the same visit however often")
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(this.acknowledged.values().stream().flatMap(Set::stream).distinct())
                .as("and no two letters the same one")
                .hasSize(letters.size());
        assertThat(visits() - before).isEqualTo(letters.size());
        assertThat(town.clerk
                        .get("/api/admin/set-aside-visits?division=" + Town.CODE)
                        .json())
                .as("nothing was taken for something else")
                .isEmpty();
    }

    private static List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < SUBMISSIONS / COPIES; i++) {
            Pair pair = PAIRS.get(i % PAIRS.size());
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "childIds", List.of(pair.child()),
                    "visitedOn", Town.today(),
                    "met", List.of("CHILD", "GRANDPARENT"),
                    "topics", List.of("DROWNING"),
                    "condition", "WELL",
                    "note", "第 " + i + " 次去，孩子在写作业",
                    "promises", List.of(Map.of("words", "带一本字典来")),
                    "photoIds", List.of()));
            letters.add(new Letter(UUID.randomUUID().toString(), pair.token(), body));
        }
        return letters;
    }

    /** Every letter ten times, shuffled; every tenth attempt of all arrives when the rest is long over. */
    private static List<Attempt> storm(List<Letter> letters, long seed) {
        Random random = new Random(seed);
        List<Attempt> attempts = new ArrayList<>();
        for (Letter letter : letters) {
            for (int copy = 0; copy < COPIES; copy++) {
                attempts.add(new Attempt(letter, Line.values()[random.nextInt(Line.values().length)]));
            }
        }
        Collections.shuffle(attempts, random);
        List<Attempt> late = new ArrayList<>(attempts.subList(0, attempts.size() / EVERY_TENTH));
        attempts.removeAll(late);
        attempts.addAll(late);
        return attempts;
    }

    private void send(List<Attempt> attempts) {
        Queue<Attempt> waiting = new ConcurrentLinkedQueue<>(attempts);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Thread sender = new Thread(() -> {
                for (Attempt next = waiting.poll(); next != null; next = waiting.poll()) {
                    send(next);
                }
            });
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private void send(Attempt attempt) {
        try {
            switch (attempt.line()) {
                case GOOD, GOOD_AGAIN -> {
                    HttpResponse<byte[]> answer =
                            this.http.send(request(attempt.letter()), HttpResponse.BodyHandlers.ofByteArray());
                    this.answered.incrementAndGet();
                    hear(attempt.letter(), answer);
                }
                case IMPATIENT ->
                    this.http.send(
                            HttpRequest.newBuilder(request(attempt.letter()), (name, value) -> true)
                                    .timeout(Duration.ofMillis(3))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                case CUT_BEFORE_THE_ANSWER ->
                    cut(attempt.letter(), attempt.letter().body().length);
                case CUT_IN_THE_MIDDLE -> cut(attempt.letter(), attempt.letter().body().length / 2);
            }
        } catch (IOException lineIsBad) {
            // The phone does not know what became of it, and sends again.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Letter letter, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 201) {
            this.acknowledged
                    .computeIfAbsent(letter.key(), key -> ConcurrentHashMap.newKeySet())
                    .add(JSON.readTree(answer.body()).path("id").asLong());
        } else {
            this.surprises.add(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static HttpRequest request(Letter letter) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/phone/visits"))
                .header("Authorization", "Bearer " + letter.token())
                .header("Idempotency-Key", letter.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()))
                .build();
    }

    /** Sends so many bytes of the body and hangs up without listening. */
    private static void cut(Letter letter, int bytes) throws IOException {
        try (Socket line = new Socket("127.0.0.1", server.port())) {
            line.setSoLinger(bytes < letter.body().length, 0);
            OutputStream out = line.getOutputStream();
            out.write(("POST /api/phone/visits HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + letter.token()
                            + "\r\nIdempotency-Key: " + letter.key()
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + letter.body().length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(letter.body(), 0, bytes);
            out.flush();
        }
    }

    private static int visits() throws Exception {
        return town.clerk
                .get("/api/admin/visits?division=" + Town.CODE)
                .json()
                .path("total")
                .asInt();
    }

    private void figures(String what, List<Letter> letters, long began) {
        System.out.printf(
                "%s: %d submissions of %d visits in %d s, %d of them answered%n",
                what,
                letters.size() * COPIES,
                letters.size(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                this.answered.get());
    }

    /** How the line behaves. */
    private enum Line {
        GOOD,
        GOOD_AGAIN,
        IMPATIENT,
        CUT_BEFORE_THE_ANSWER,
        CUT_IN_THE_MIDDLE
    }

    /** A child, and the phone of its family. */
    private record Pair(long child, String token) {}

    /** A visit as it is sent again and again. */
    private record Letter(String key, String token, byte[] body) {}

    /** One time of sending it. */
    private record Attempt(Letter letter, Line line) {}
}
