package org.tongxing.sandbox.oss;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as browsers send it: fields, and one file behind them; what stands behind the file does not count. */
record PostForm(Map<String, String> fields, byte[] file, String mediaType) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    static PostForm read(String contentType, byte[] body) throws Refused {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            throw malformed();
        }
        byte[] line = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new LinkedHashMap<>();
        int at = find(body, line, 0);
        while (at >= 0) {
            int from = at + line.length + 2;
            int end = find(body, line, from);
            int content = find(body, HEAD_END, from);
            if (end < 0 || content < 0 || content > end) {
                break;
            }
            String head = new String(body, from, content - from, StandardCharsets.UTF_8);
            byte[] value = Arrays.copyOfRange(body, content + HEAD_END.length, end - 2);
            Matcher name = NAME.matcher(head);
            if (!name.find()) {
                throw malformed();
            }
            if (name.group(1).equals("file")) {
                Matcher type = Pattern.compile("(?i)content-type: *([^\r\n]+)").matcher(head);
                return new PostForm(fields, value, type.find() ? type.group(1) : "application/octet-stream");
            }
            fields.put(name.group(1), new String(value, StandardCharsets.UTF_8));
            at = end;
        }
        throw new Refused(400, "InvalidArgument", "A file is missing, or does not stand last.");
    }

    private static Refused malformed() {
        return new Refused(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed.");
    }

    private static int find(byte[] where, byte[] what, int from) {
        for (int i = Math.max(0, from); i <= where.length - what.length; i++) {
            if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
