package org.tongxing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends what no client would: bytes as they are, with whatever stands in the address and the headers. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Connection: close\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n\r\n");
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
                socket.getInputStream().transferTo(answer);
            } catch (IOException closed) {
                // The server may hang up on what it does not want to read to the end.
                if (answer.size() == 0) {
                    return new Answer(400, "");
                }
            }
            String text = answer.toString(StandardCharsets.UTF_8);
            int status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 400;
            return new Answer(status, text);
        }
    }

    /** A status, and everything that came with it. */
    record Answer(int status, String text) {}
}
