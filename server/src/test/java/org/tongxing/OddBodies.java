package org.tongxing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a body in one place, however deep, with what its description draws the line at or with anything at all. */
final class OddBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HERE = "@@here@@";
    private static final long MOST = 70_000;

    private final Endpoint endpoint;
    private final Random random;

    OddBodies(Endpoint endpoint, Random random) {
        this.endpoint = endpoint;
        this.random = random;
    }

    byte[] brokenPlace(JsonNode sound) {
        ObjectNode copy = (ObjectNode) sound.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(copy, this.endpoint.schema(), places);
        if (places.isEmpty() || this.random.nextInt(12) == 0) {
            copy.set("unknown", copy.deepCopy());
            return bytes(copy.toString());
        }
        Place place = any(places);
        if (this.random.nextInt(10) == 0) {
            place.remove();
            return bytes(copy.toString());
        }
        String value = this.random.nextInt(3) == 0 ? atTheLine(place) : any(OddValues.JSON);
        JsonNode whole = place.replace();
        String text = copy.toString().replace('"' + HERE + '"', value);
        if (whole != null && place.within instanceof ObjectNode && this.random.nextInt(10) == 0) {
            // The same name twice, once with what fits.
            String twice = '"' + place.name + "\":" + value;
            text = text.replace(twice, '"' + place.name + "\":" + whole + "," + twice);
        }
        return bytes(text);
    }

    private void collect(JsonNode node, JsonNode schema, List<Place> places) {
        if (node instanceof ObjectNode object) {
            schema.path("properties").propertyStream().forEach(property -> {
                JsonNode inner = this.endpoint.resolved(property.getValue());
                places.add(new Place(object, property.getKey(), 0, inner, object.get(property.getKey())));
                if (object.has(property.getKey())) {
                    collect(object.get(property.getKey()), inner, places);
                }
            });
        } else if (node instanceof ArrayNode array) {
            JsonNode inner = this.endpoint.resolved(schema.path("items"));
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i, inner, array.get(i)));
                collect(array.get(i), inner, places);
            }
        }
    }

    /** Just within and just beyond what the description allows. */
    private String atTheLine(Place place) {
        JsonNode schema = place.schema;
        List<String> values = new ArrayList<>();
        if (schema.has("maxLength")) {
            int most = (int) Math.min(schema.path("maxLength").asLong(), MOST);
            values.add(quoted("长".repeat(most)));
            values.add(quoted("长".repeat(most + 1)));
            values.add(quoted("𠮷".repeat(most / 2) + "a"));
            values.add(quoted("𠮷".repeat(most)));
            values.add(quoted(" ".repeat(most)));
        }
        if (schema.path("minLength").asInt(0) > 0) {
            values.add(quoted("a".repeat(schema.path("minLength").asInt() - 1)));
            values.add(quoted("\\u3000".repeat(schema.path("minLength").asInt())));
        }
        if (schema.has("minimum")) {
            values.add(Long.toString(schema.path("minimum").asLong() - 1));
            values.add(Long.toString(schema.path("minimum").asLong()));
        }
        if (schema.has("maximum")) {
            values.add(Long.toString(schema.path("maximum").asLong() + 1));
            values.add(Long.toString(schema.path("maximum").asLong()));
        }
        if (schema.has("enum")) {
            String word = schema.path("enum").get(0).asString();
            values.add(quoted(word.toLowerCase(Locale.ROOT)));
            values.add(quoted(word + " "));
            values.add(quoted(any(List.of("UNKNOWN", "0", "", "null"))));
            values.add(Integer.toString(this.random.nextInt(4)));
        }
        if (schema.path("type").asString("").equals("array")) {
            String one = place.sound instanceof ArrayNode array && !array.isEmpty()
                    ? array.get(0).toString()
                    : "1";
            int most = (int) Math.min(schema.path("maxItems").asLong(300), 20_000);
            values.add("[" + (one + ",").repeat(most) + one + "]");
            values.add("[" + one + "," + one + "]");
            values.add(one);
        }
        if (place.sound != null) {
            values.add("[" + place.sound + "]");
            values.add("{\"value\":" + place.sound + "}");
            values.add(quoted(place.sound.toString().replace("\\", "").replace("\"", "")));
        }
        values.add(any(OddValues.JSON));
        return any(values);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private <T> T any(List<T> all) {
        return all.get(this.random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A place in a body: a property, there or left out, or an element. */
    private record Place(JsonNode within, String name, int index, JsonNode schema, JsonNode sound) {

        private void remove() {
            if (this.within instanceof ObjectNode object) {
                object.remove(this.name);
            } else if (this.within instanceof ArrayNode array) {
                array.remove(this.index);
            }
        }

        private JsonNode replace() {
            JsonNode here = JSON.valueToTree(HERE);
            if (this.within instanceof ObjectNode object) {
                object.set(this.name, here);
                return this.sound;
            }
            return this.within instanceof ArrayNode array ? array.set(this.index, here) : null;
        }
    }
}
