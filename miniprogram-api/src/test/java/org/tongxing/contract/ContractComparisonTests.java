package org.tongxing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractComparisonTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RELEASED = """
            {
              "paths": {
                "/visits": {
                  "post": {
                    "parameters": [
                      {"name": "Idempotency-Key", "in": "header", "required": true, "schema": {"type": "string", "pattern": "[0-9]+"}},
                      {"name": "page", "in": "query", "required": false, "schema": {"type": "integer", "format": "int32"}}
                    ],
                    "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/VisitRequest"}}}},
                    "responses": {
                      "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/VisitView"}}}},
                      "default": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                    }
                  }
                },
                "/home": {"get": {"responses": {"200": {}}}}
              },
              "components": {
                "schemas": {
                  "VisitRequest": {
                    "type": "object",
                    "required": ["on"],
                    "properties": {
                      "on": {"type": "string", "format": "date"},
                      "note": {"type": "string", "maxLength": 100},
                      "topics": {"type": "array", "items": {"$ref": "#/components/schemas/Topic"}}
                    }
                  },
                  "VisitView": {
                    "type": "object",
                    "required": ["id", "state"],
                    "properties": {
                      "id": {"type": "integer", "format": "int64"},
                      "state": {"$ref": "#/components/schemas/State"},
                      "before": {"$ref": "#/components/schemas/VisitView"},
                      "facts": {"type": "object", "additionalProperties": {"type": "string"}}
                    }
                  },
                  "Topic": {"type": "string", "enum": ["FIRE", "WATER"]},
                  "State": {"type": "string", "enum": ["OPEN", "CLOSED"]},
                  "Problem": {"type": "object", "required": ["code"], "properties": {"code": {"$ref": "#/components/schemas/Code"}}},
                  "Code": {"type": "string", "enum": ["STALE"], "x-growing": true}
                }
              }
            }
            """;

    @Test
    void findsNothingInAnUnchangedContract() {
        assertThat(breaks("", "")).isEmpty();
    }

    @Test
    void passesAnAddedOptionalFieldOfARequest() {
        assertThat(breaks("\"note\":", "\"place\": {\"type\": \"string\"}, \"note\":"))
                .isEmpty();
    }

    @Test
    void passesAnAddedFieldOfAnAnswer() {
        assertThat(breaks("\"required\": [\"id\", \"state\"],", "\"required\": [\"id\", \"state\", \"by\"],"))
                .isEmpty();
    }

    @Test
    void passesAnAddedEndpoint() {
        assertThat(breaks("\"/home\":", "\"/wishes\": {\"get\": {}}, \"/home\":"))
                .isEmpty();
    }

    @Test
    void passesAWordThatMayBeSentAndARefusalThatMayCome() {
        assertThat(breaks("[\"FIRE\", \"WATER\"]", "[\"FIRE\", \"WATER\", \"TRAFFIC\"]"))
                .isEmpty();
        assertThat(breaks("[\"STALE\"]", "[\"STALE\", \"KEY_USED\"]")).isEmpty();
    }

    @Test
    void passesALongerNote() {
        assertThat(breaks("\"maxLength\": 100", "\"maxLength\": 200")).isEmpty();
    }

    @Test
    void refusesARemovedFieldOfAnAnswer() {
        assertThat(breaks("\"id\": {\"type\": \"integer\", \"format\": \"int64\"},", ""))
                .containsExactly("VisitView.id is gone");
    }

    @Test
    void refusesARemovedFieldOfARequest() {
        assertThat(breaks("\"note\": {\"type\": \"string\", \"maxLength\": 100},", ""))
                .containsExactly("VisitRequest.note is gone");
    }

    @Test
    void refusesANewRequiredFieldOfARequest() {
        assertThat(breaks("\"required\": [\"on\"]", "\"required\": [\"on\", \"place\"]"))
                .containsExactly("VisitRequest.place is required now");
    }

    @Test
    void refusesAFieldOfAnAnswerThatMayBeMissing() {
        assertThat(breaks("\"required\": [\"id\", \"state\"]", "\"required\": [\"id\"]"))
                .containsExactly("VisitView.state may be missing now");
    }

    @Test
    void refusesAChangedType() {
        assertThat(breaks("{\"type\": \"integer\", \"format\": \"int64\"}", "{\"type\": \"string\"}"))
                .containsExactly("VisitView.id was integer int64 and is string");
        assertThat(breaks("\"format\": \"date\"", "\"format\": \"date-time\""))
                .containsExactly("VisitRequest.on was string date and is string date-time");
        assertThat(breaks(
                        "\"additionalProperties\": {\"type\": \"string\"}",
                        "\"additionalProperties\": {\"type\": \"integer\"}"))
                .containsExactly("VisitView.facts{} was string and is integer");
    }

    @Test
    void refusesAWordAnOldClientDoesNotKnow() {
        assertThat(breaks("[\"OPEN\", \"CLOSED\"]", "[\"OPEN\", \"CLOSED\", \"LOST\"]"))
                .containsExactly("State may answer LOST");
    }

    @Test
    void refusesAWordThatIsNoLongerTaken() {
        assertThat(breaks("[\"FIRE\", \"WATER\"]", "[\"FIRE\"]")).containsExactly("Topic no longer takes WATER");
    }

    @Test
    void refusesATighterLimitAndAnotherForm() {
        assertThat(breaks("\"maxLength\": 100", "\"maxLength\": 50"))
                .containsExactly("VisitRequest.note allows less: maxLength 50");
        assertThat(breaks("\"maxLength\": 100", "\"maxLength\": 100, \"minLength\": 1"))
                .containsExactly("VisitRequest.note allows less: minLength 1");
        assertThat(breaks("[0-9]+", "[0-9]{36}"))
                .containsExactly("POST /visits header:Idempotency-Key wants another form: [0-9]{36}");
    }

    @Test
    void refusesAnEndpointThatIsGoneAndAParameterThatIsRequired() {
        assertThat(breaks("\"/home\": {\"get\"", "\"/home\": {\"post\"")).containsExactly("GET /home is gone");
        assertThat(breaks("\"in\": \"query\", \"required\": false", "\"in\": \"query\", \"required\": true"))
                .containsExactly("POST /visits query:page is required now");
        assertThat(breaks("\"name\": \"page\"", "\"name\": \"size\""))
                .containsExactly("POST /visits query:page is gone");
    }

    @Test
    void refusesAnotherStatus() {
        assertThat(breaks("\"201\"", "\"200\"")).containsExactly("POST /visits no longer answers 201");
    }

    private static List<String> breaks(String before, String after) {
        JsonNode released = JSON.readTree(RELEASED);
        assertThat(RELEASED).contains(before);
        return ContractComparison.breaks(released, JSON.readTree(RELEASED.replace(before, after)));
    }
}
