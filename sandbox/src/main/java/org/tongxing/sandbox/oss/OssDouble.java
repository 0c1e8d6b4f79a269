package org.tongxing.sandbox.oss;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * One private bucket in memory that speaks HTTP as OSS does: PUT, GET, HEAD and DELETE of objects, signed by header or by
 * query, and forms of browsers by post policy. Nobody reads or writes anything without a signature of version 4.
 */
public final class OssDouble implements AutoCloseable {

    public static final String REGION = "cn-chengdu";
    public static final String BUCKET = "tongxing-sandbox";
    public static final String KEY_ID = "LTAI-sandbox";
    public static final String SECRET = "secret-of-the-sandbox";

    private static final int LARGEST = 64 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        Thread hand = new Thread(work, "oss-double");
        hand.setDaemon(true);
        return hand;
    });
    private final Map<String, Kept> objects = new ConcurrentHashMap<>();
    private final SignatureV4 signatures;
    private final PostPolicy policies;
    private volatile boolean hanging;

    private OssDouble(HttpServer server, Clock clock) {
        this.server = server;
        this.signatures = new SignatureV4(KEY_ID, SECRET, REGION, clock);
        this.policies = new PostPolicy(this.signatures, BUCKET, clock);
        server.setExecutor(this.hands);
        server.createContext("/", this::answer);
    }

    /** Starts on a free port of the loopback interface, and goes by this clock. */
    public static OssDouble start(Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OssDouble oss = new OssDouble(server, clock);
            server.start();
            return oss;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Where it listens; the bucket stands in the path. */
    public String endpoint() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** The keys of what is there. */
    public Set<String> keys() {
        return Set.copyOf(this.objects.keySet());
    }

    /** Takes requests and answers none, until told otherwise. */
    public void hang(boolean hangs) {
        this.hanging = hangs;
    }

    @Override
    public void close() {
        this.server.stop(0);
        this.hands.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (this.hanging) {
                hold();
                return;
            }
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().set("x-oss-request-id", "0123456789ABCDEF01234567");
            try {
                answer(exchange, exchange.getRequestBody().readNBytes(LARGEST));
            } catch (Refused no) {
                send(exchange, no.status(), "application/xml", no.xml().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException, Refused {
        String method = exchange.getRequestMethod();
        if (method.equals("OPTIONS")) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST");
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
            send(exchange, 200, null, new byte[0]);
            return;
        }
        String resource = resource(exchange);
        if (!resource.startsWith("/" + BUCKET + "/")) {
            throw new Refused(404, "NoSuchBucket", "The specified bucket does not exist.");
        }
        String key = resource.substring(BUCKET.length() + 2);
        if (method.equals("POST") && key.isEmpty()) {
            post(exchange, body);
            return;
        }
        this.signatures.check(new SignatureV4.Signed(method, resource, query(exchange), headers(exchange)));
        switch (method) {
            case "PUT" -> {
                String type = exchange.getRequestHeaders().getFirst("Content-Type");
                this.objects.put(key, new Kept(body, type == null ? "application/octet-stream" : type));
                exchange.getResponseHeaders().set("ETag", etag(body));
                exchange.getResponseHeaders().set("x-oss-hash-crc64ecma", Crc64.of(body));
                send(exchange, 200, null, new byte[0]);
            }
            case "GET", "HEAD" -> {
                Kept kept = this.objects.get(key);
                if (kept == null) {
                    throw new Refused(404, "NoSuchKey", "The specified key does not exist.");
                }
                exchange.getResponseHeaders().set("ETag", etag(kept.bytes()));
                exchange.getResponseHeaders().set("x-oss-hash-crc64ecma", Crc64.of(kept.bytes()));
                send(exchange, 200, kept.mediaType(), kept.bytes());
            }
            case "DELETE" -> {
                this.objects.remove(key);
                send(exchange, 204, null, new byte[0]);
            }
            default -> throw new Refused(405, "MethodNotAllowed", "The method is not allowed.");
        }
    }

    private void post(HttpExchange exchange, byte[] body) throws IOException, Refused {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        PostForm form = PostForm.read(type == null ? "" : type, body);
        this.policies.check(form);
        this.objects.put(form.fields().getOrDefault("key", ""), new Kept(form.file(), form.mediaType()));
        send(exchange, 204, null, new byte[0]);
    }

    /** Bucket and key, whether the bucket stands in the path or before the host. */
    private static String resource(HttpExchange exchange) {
        String path = SignatureV4.decode(exchange.getRequestURI().getRawPath());
        String host = exchange.getRequestHeaders().getFirst("Host");
        String whole = host != null && host.startsWith(BUCKET + ".") ? "/" + BUCKET + path : path;
        return whole.equals("/" + BUCKET) ? whole + "/" : whole;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String part : raw.split("&")) {
                String[] pair = part.split("=", 2);
                query.put(SignatureV4.decode(pair[0]), pair.length > 1 ? SignatureV4.decode(pair[1]) : "");
            }
        }
        return query;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    private static void send(HttpExchange exchange, int status, @Nullable String mediaType, byte[] bytes)
            throws IOException {
        if (mediaType != null) {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void hold() {
        try {
            while (this.hanging) {
                Thread.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String etag(byte[] bytes) {
        try {
            return "\""
                    + HexFormat.of()
                            .withUpperCase()
                            .formatHex(MessageDigest.getInstance("MD5").digest(bytes)) + "\"";
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private record Kept(byte[] bytes, String mediaType) {}
}
