package org.tongxing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint of a committed contract, which can be asked with whatever fits its description. */
final class Endpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a name of a parameter or property stands for. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("childId", "child"),
            Map.entry("child", "child"),
            Map.entry("childIds", "child"),
            Map.entry("familyId", "family"),
            Map.entry("family", "family"),
            Map.entry("familyIds", "family"),
            Map.entry("adultId", "adult"),
            Map.entry("adult", "adult"),
            Map.entry("unitId", "unit"),
            Map.entry("unit", "unit"),
            Map.entry("account", "account"),
            Map.entry("division", "place"),
            Map.entry("within", "place"),
            Map.entry("divisionCode", "place"),
            Map.entry("parent", "township"),
            Map.entry("into", "otherVillage"),
            Map.entry("village", "village"),
            Map.entry("villageCode", "village"),
            Map.entry("linkedVillage", "village"),
            Map.entry("photoId", "photo"),
            Map.entry("volunteerId", "volunteer"),
            Map.entry("difficultyId", "difficulty"),
            Map.entry("visitId", "visit"),
            Map.entry("needId", "need"),
            Map.entry("offerId", "offer"),
            Map.entry("dockingId", "docking"),
            Map.entry("ids", "danger"));

    /** What stands in a path after these words. */
    private static final Map<String, String> AFTER = Map.ofEntries(
            Map.entry("accounts", "account"),
            Map.entry("roles", "role"),
            Map.entry("admonitions", "admonition"),
            Map.entry("adoptions", "adoption"),
            Map.entry("area-duties", "duty"),
            Map.entry("children", "child"),
            Map.entry("facts", "fact"),
            Map.entry("photo-consents", "consent"),
            Map.entry("waivers", "waiver"),
            Map.entry("danger-reporters", "danger"),
            Map.entry("dangers", "danger"),
            Map.entry("difficulties", "difficulty"),
            Map.entry("divisions", "village"),
            Map.entry("duty-phones", "township"),
            Map.entry("families", "family"),
            Map.entry("imports", "import"),
            Map.entry("invitations", "invitation"),
            Map.entry("memberships", "membership"),
            Map.entry("nudges", "batch"),
            Map.entry("pairings", "pairing"),
            Map.entry("photos", "photo"),
            Map.entry("plans", "plan"),
            Map.entry("rows", "child"),
            Map.entry("refused-rows", "refusedRow"),
            Map.entry("exports", "export"),
            Map.entry("quarter-reports", "quarter"),
            Map.entry("refreshes", "refresh"),
            Map.entry("set-aside-visits", "setAside"),
            Map.entry("undelivered", "phone"),
            Map.entry("units", "unit"),
            Map.entry("visits", "visit"),
            Map.entry("volunteers", "volunteer"),
            Map.entry("complaints", "complaint"),
            Map.entry("releases", "child"),
            Map.entry("signals", "signal"),
            Map.entry("companions", "companionship"),
            Map.entry("companion", "activeCompanionship"),
            Map.entry("places", "township"),
            Map.entry("wishes", "wish"),
            Map.entry("needs", "need"),
            Map.entry("of-child", "child"),
            Map.entry("offers", "offer"),
            Map.entry("dockings", "docking"),
            Map.entry("activities", "activity"),
            Map.entry("certificates", "certificate"),
            Map.entry("goods", "goodsItem"),
            Map.entry("entries", "goodsEntry"),
            Map.entry("sign-ups", "child"),
            Map.entry("helpers", "activityHelper"),
            Map.entry("work-items", "workItem"),
            Map.entry("contacts", "contact"),
            Map.entry("promises", "promise"),
            Map.entry("tickets", "ticket"),
            Map.entry("ties", "tie"));

    private static final int LATER_BY = 20;

    /** Words of ours where the first of a choice, or any text, would not do. */
    private static final Map<String, Object> WORDS = Map.ofEntries(
            Map.entry("FactRequest.kind", "HUKOU"),
            Map.entry("FactRequest.content", "RURAL"),
            Map.entry("DoneRequest.kind", "UPDATE"),
            Map.entry("DoneView.kind", "UPDATE"),
            Map.entry("AccessRequest.access", "SUSPECTED"),
            Map.entry("StaffInvitation.kind", "CHILD_DIRECTOR"),
            Map.entry("StaffRequest.kind", "CHILD_DIRECTOR"),
            Map.entry("NewDecision.book", "JB"),
            Map.entry("DutyPhoneEntry.phone", "0817-2222333"),
            Map.entry("Opening.username", "zhang.san.access"),
            Map.entry("Grant.role", "CHILD_SUPERVISOR"),
            Map.entry("Code.code", "000000"),
            Map.entry("SmsSignInRequest.code", "000000"),
            Map.entry("SmsSignInRequest.phone", "14000009999"),
            Map.entry("SmsCodeRequest.phone", "14000009999"),
            Map.entry("VisitRequest.photoIds", List.of()),
            Map.entry("SettingRequest.value", 2),
            Map.entry("MappingRequest.sheet", 0),
            Map.entry("ActivityWords.startsAt", "2099-01-01T09:00:00"),
            Map.entry("ActivityWords.endsAt", "2099-01-01T11:00:00"),
            Map.entry("VacationRequest.year", today().plusDays(LATER_BY).getYear()),
            Map.entry("FormRequest.columns", List.of(Map.of("column", "NAME", "label", "姓名"))));

    /** What may be left out by the description, but not here. */
    private static final List<String> ALSO = List.of("VisitRequest.condition", "RemarkEntry.words");

    /** A moment as the console was told it, by the clock of the place. */
    private static final String READ_BACK = "recordedAt";

    /** Days that come last. */
    private static final List<String> LATER = List.of("until", "endsOn");

    private final JsonNode schemas;
    private final JsonNode description;
    private final String method;
    private final String path;

    private Endpoint(JsonNode schemas, JsonNode description, String method, String path) {
        this.schemas = schemas;
        this.description = description;
        this.method = method;
        this.path = path;
    }

    private static LocalDate today() {
        return LocalDate.now(TongxingApplication.ZONE);
    }

    static List<Endpoint> of(Path contract) throws Exception {
        return of(JSON.readTree(Files.readString(contract)));
    }

    static List<Endpoint> of(JsonNode tree) {
        List<Endpoint> all = new ArrayList<>();
        tree.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> all.add(new Endpoint(
                                tree.at("/components/schemas"),
                                method.getValue(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey()))));
        return all;
    }

    String method() {
        return this.method;
    }

    String path() {
        return this.path;
    }

    @Override
    public String toString() {
        return this.method + " " + this.path;
    }

    boolean takesAFile() {
        return body().path("properties").has("file");
    }

    boolean hasBody() {
        return this.description.has("requestBody") && !takesAFile();
    }

    /** Everything in a request that names something of a place, such as {@code familyId}. */
    List<String> slots() {
        List<String> slots = new ArrayList<>();
        parameters().forEach(one -> {
            String name = one.path("name").asString();
            boolean inPath = one.path("in").asString().equals("path");
            // A list that is narrowed to something out of reach is empty.
            if (inPath || one.path("required").asBoolean() || name.equals("division")) {
                add(slots, name, inPath);
            }
        });
        addOf(slots, body());
        return slots.stream().distinct().toList();
    }

    private void addOf(List<String> slots, JsonNode schema) {
        schema.path("properties").propertyStream().forEach(property -> {
            add(slots, property.getKey(), false);
            JsonNode inner = resolved(property.getValue());
            if (inner.has("properties") && required(schema, property.getKey())) {
                addOf(slots, inner);
            }
        });
    }

    private void add(List<String> slots, String name, boolean inPath) {
        if (kind(name, inPath) != null) {
            slots.add(name);
        }
    }

    /** The kind of thing a slot names. */
    String kind(String slot) {
        return kind(slot, this.path.contains("{" + slot + "}"));
    }

    private String kind(String name, boolean inPath) {
        if (!inPath) {
            return BY_NAME.get(name);
        }
        String before = this.path.substring(0, this.path.indexOf("/{" + name + "}"));
        String word = before.substring(before.lastIndexOf('/') + 1);
        if (word.equals("adults")) {
            return this.path.contains("/families/") ? "familyAdult" : "adult";
        }
        if (this.path.startsWith("/api/admin/pairings") && this.path.matches(".*/(approval|rejection)")) {
            return "request";
        }
        if (this.path.startsWith("/api/phone/invitations")) {
            return "ownInvitation";
        }
        if (this.path.equals("/api/phone/wishes/{id}/claim")) {
            return "openWish";
        }
        return AFTER.get(word);
    }

    /**
     * A request.
     *
     * @param thing what stands in a slot, by the slot
     * @param also a slot to fill that may be left out
     */
    Asked asked(UnaryOperator<String> thing, String also) {
        String url = this.path;
        StringBuilder query = new StringBuilder();
        String key = null;
        for (JsonNode parameter : parameters()) {
            String name = parameter.path("name").asString();
            String in = parameter.path("in").asString();
            boolean inPath = in.equals("path");
            if (!inPath && !parameter.path("required").asBoolean() && !name.equals(also)) {
                continue;
            }
            if (in.equals("header")) {
                key = UUID.randomUUID().toString();
                continue;
            }
            String kind = kind(name, inPath);
            String value = kind == null ? word(name, parameter.path("schema")) : thing.apply(name);
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            if (inPath) {
                url = url.replace("{" + name + "}", encoded);
            } else {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append("=")
                        .append(encoded);
            }
        }
        return new Asked(url + query, hasBody() ? filled(body(), schemaName(), thing, also) : null, key);
    }

    private String word(String name, JsonNode schema) {
        if (this.path.contains("/rulebooks/")) {
            return "JB";
        }
        return switch (name) {
            case "key" -> UUID.randomUUID().toString();
            case "code" -> "FAMILY_CAPACITY";
            case "year" -> "2025";
            case "number" -> "1";
            case "q" -> "试";
            default -> value(this.path, name, schema, slot -> "1", "").asString();
        };
    }

    private ObjectNode filled(JsonNode schema, String schemaName, UnaryOperator<String> thing, String also) {
        ObjectNode node = JSON.createObjectNode();
        schema.path("properties").propertyStream().forEach(property -> {
            String name = property.getKey();
            if (required(schema, name) || name.equals(also) || ALSO.contains(schemaName + "." + name)) {
                node.set(name, value(schemaName, name, property.getValue(), thing, also));
            }
        });
        return node;
    }

    private JsonNode value(
            String schemaName, String name, JsonNode described, UnaryOperator<String> thing, String also) {
        if (name.equals("role") && also.equals("unitId") && resolved(described).has("enum")) {
            // Only a liaison's role has a unit.
            return JSON.valueToTree("UNIT_LIAISON");
        }
        Object ours = WORDS.get(schemaName + "." + name);
        if (ours != null) {
            return JSON.valueToTree(ours);
        }
        JsonNode schema = resolved(described);
        String type = schema.path("type").asString();
        if (BY_NAME.containsKey(name) && !type.equals("array") && !type.equals("object")) {
            String one = thing.apply(name);
            return type.equals("integer") ? JSON.valueToTree(Long.valueOf(one)) : JSON.valueToTree(one);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type) {
            case "integer" ->
                JSON.valueToTree(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> JSON.valueToTree(30.5);
            case "boolean" -> JSON.valueToTree(false);
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                JsonNode items = resolved(schema.path("items"));
                if (items.has("properties")) {
                    array.add(filled(items, name(schema.path("items")), thing, also));
                } else if (BY_NAME.containsKey(name)) {
                    array.add(Long.parseLong(thing.apply(name)));
                } else {
                    array.add(value(schemaName, name, schema.path("items"), thing, also));
                }
                yield array;
            }
            case "object" ->
                schema.has("properties") ? filled(schema, name(described), thing, also) : JSON.createObjectNode();
            default -> text(name, schema, thing);
        };
    }

    private static JsonNode text(String name, JsonNode schema, UnaryOperator<String> thing) {
        LocalDate day = today().plusDays(LATER.contains(name) ? LATER_BY : 0);
        if (name.equals("username")) {
            return JSON.valueToTree(UUID.randomUUID().toString());
        }
        String text = switch (schema.path("format").asString("")) {
            case "date" -> day.toString();
            case "date-time" ->
                name.equals(READ_BACK)
                        ? OffsetDateTime.now(TongxingApplication.ZONE)
                                .toLocalDateTime()
                                .toString()
                        : OffsetDateTime.now(TongxingApplication.ZONE)
                                .minusMinutes(5)
                                .toInstant()
                                .toString();
            default -> {
                String pattern = schema.path("pattern").asString("");
                yield pattern.startsWith("1\\d{10}")
                        ? "14000009999"
                        : pattern.equals("\\d{12}") ? thing.apply("village") : "试一试";
            }
        };
        return JSON.valueToTree(text);
    }

    List<String> queryNames() {
        List<String> names = new ArrayList<>();
        parameters().forEach(one -> {
            if (one.path("in").asString().equals("query")) {
                names.add(one.path("name").asString());
            }
        });
        return names;
    }

    /** The description of the body. */
    JsonNode schema() {
        return body();
    }

    private JsonNode parameters() {
        return this.description.path("parameters");
    }

    private JsonNode body() {
        JsonNode content = this.description.at("/requestBody/content");
        return content.isEmpty()
                ? JSON.createObjectNode()
                : resolved(content.iterator().next().path("schema"));
    }

    private String schemaName() {
        return name(
                this.description.at("/requestBody/content").iterator().next().path("schema"));
    }

    private static String name(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** What a reference in the contract refers to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? this.schemas.path(name(schema)) : schema;
    }

    private static boolean required(JsonNode schema, String name) {
        for (JsonNode one : schema.path("required")) {
            if (one.asString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A request: its address, body and the key that makes it arrive once. */
    record Asked(String url, JsonNode body, String key) {}
}
