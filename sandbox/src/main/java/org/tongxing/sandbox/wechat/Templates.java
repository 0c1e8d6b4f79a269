package org.tongxing.sandbox.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The subscribe-message templates of the simulated mini-program, and what WeChat lets into a field of which kind. */
public final class Templates {

    /** Something is due: what, until when, what to do. */
    public static final String DUE = "sandboxDue000000000000000000000000000000000";

    /** Somebody has decided: how, about what, when. */
    public static final String DECISION = "sandboxDecision0000000000000000000000000000";

    /** News of a wish: what, until when, what to do. */
    public static final String WISH = "sandboxWish00000000000000000000000000000000";

    private static final Map<String, List<String>> FIELDS = Map.of(
            DUE, List.of("thing1", "date2", "thing3"),
            DECISION, List.of("phrase1", "thing2", "time3"),
            WISH, List.of("thing1", "date2", "thing3"));

    private static final String DAY = "\\d{4}(年\\d{1,2}月\\d{1,2}日|-\\d{2}-\\d{2})";
    private static final String TIME = "\\d{1,2}:\\d{2}(:\\d{2})?";
    private static final Map<String, Pattern> KINDS = kinds();

    private Templates() {}

    static boolean knows(String id) {
        return FIELDS.containsKey(id);
    }

    /** The name of the first field WeChat would not take, or an empty text. */
    public static String badField(String id, Map<String, String> values) {
        List<String> fields = FIELDS.getOrDefault(id, List.of());
        for (String field : fields) {
            if (!accepts(field, values.getOrDefault(field, ""))) {
                return field;
            }
        }
        return values.keySet().stream()
                .filter(field -> !fields.contains(field))
                .findFirst()
                .orElse("");
    }

    private static boolean accepts(String field, String value) {
        Pattern kind = KINDS.get(field.replaceAll("\\d", ""));
        return kind != null && kind.matcher(value).matches();
    }

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("thing", Pattern.compile("(?s)(?=.*\\S).{1,20}"));
        kinds.put("phrase", Pattern.compile("\\p{IsHan}{1,5}"));
        kinds.put("name", Pattern.compile("\\p{IsHan}{1,10}|[A-Za-z ]{1,20}"));
        kinds.put("number", Pattern.compile("[\\d.]{1,32}"));
        kinds.put("letter", Pattern.compile("[A-Za-z]{1,32}"));
        kinds.put("character_string", Pattern.compile("[\\x20-\\x7e]{1,32}"));
        kinds.put("date", Pattern.compile(DAY + "( " + TIME + ")?"));
        kinds.put("time", Pattern.compile("(" + DAY + " )?" + TIME + "|" + DAY));
        return kinds;
    }
}
