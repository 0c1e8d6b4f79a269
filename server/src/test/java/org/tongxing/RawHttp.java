package org.tongxing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what no client would: bytes as they are, with whatever stands in the address and the headers, over one connection. */
final class RawHttp implements AutoCloseable {

    /** What counts as the answer when the server hangs up on what it does not want to read. */
    static final int HUNG_UP = 499;

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private boolean used;

    RawHttp(int port) {
        this.port = port;
    }

    /**
     * Sends one request and reads its answer.
     *
     * @param headers a {@code Content-Length} or {@code Transfer-Encoding} among them replaces the true one, and ends the
     *     connection
     */
    Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        boolean misleading = headers.keySet().stream().anyMatch(RawHttp::isOfTheFrame);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!misleading) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append(misleading ? "Connection: close\r\n\r\n" : "\r\n");
        byte[] begin = head.toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = exchange(begin, body, misleading, method);
        if (answer == null) {
            // A kept connection may end between two requests, which says nothing about the second.
            answer = exchange(begin, body, misleading, method);
        }
        return answer == null ? new Answer(HUNG_UP, "") : answer;
    }

    private static boolean isOfTheFrame(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("content-length") || name.equals("transfer-encoding");
    }

    private @Nullable Answer exchange(byte[] head, byte[] body, boolean last, String method) throws IOException {
        if (this.socket == null) {
            this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
            this.socket.setSoTimeout(PATIENCE_MILLIS);
            this.socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(this.socket.getInputStream());
            this.used = false;
        }
        boolean fresh = !this.used;
        this.used = true;
        try {
            byte[] all = new byte[head.length + body.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            this.socket.getOutputStream().write(all);
            if (last) {
                this.socket.shutdownOutput();
            }
        } catch (IOException unwilling) {
            // It may have answered before it stopped reading.
            last = true;
        }
        try {
            Answer answer = read(method.equals("HEAD"));
            if (last || answer == null || answer.text().contains("\r\nConnection: close")) {
                close();
            }
            return answer == null && fresh ? new Answer(HUNG_UP, "") : answer;
        } catch (java.net.SocketTimeoutException late) {
            close();
            throw late;
        } catch (IOException closed) {
            close();
            return fresh ? new Answer(HUNG_UP, "") : null;
        }
    }

    private @Nullable Answer read(boolean withoutBody) throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(line).append("\r\n");
        int status = Integer.parseInt(line.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        for (String header = line(); header != null && !header.isEmpty(); header = line()) {
            text.append(header).append("\r\n");
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        text.append("\r\n");
        if (status == 100) {
            return read(withoutBody);
        }
        if (withoutBody || status == 204 || status == 304) {
            return new Answer(status, text.toString());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(this.in.readNBytes(size));
                line();
            }
            line();
        } else if (length >= 0) {
            body.write(this.in.readNBytes(length));
        } else {
            this.in.transferTo(body);
        }
        return new Answer(
                status, text.append(body.toString(StandardCharsets.UTF_8)).toString());
    }

    private int chunk() throws IOException {
        String size = line();
        return size == null ? 0 : Integer.parseInt(size.split(";")[0].strip(), 16);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = this.in.read(); one >= 0; one = this.in.read()) {
            if (one == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(one);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (this.socket != null) {
            this.socket.close();
        }
        this.socket = null;
    }

    /** A status, and everything that came with it. */
    record Answer(int status, String text) {}
}
