package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clients are generated from the committed descriptions, so the descriptions have to be what the server does.
 * {@code -Dupdate-docs=true} writes it anew.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tongxing.sandbox.directory=target/sandbox-contract-${random.uuid}")
@Import(ContractDescription.class)
class ContractTests {

    private static final Path ADMIN = Path.of("../admin-web/openapi.json");
    private static final Path PHONE = Path.of("../miniprogram-api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    @Test
    void theConsolesContractIsWhatTheServerDoes() throws Exception {
        isDescribed("admin", ADMIN);
    }

    @Test
    void thePhonesContractIsWhatTheServerDoes() throws Exception {
        isDescribed("phone", PHONE);
    }

    private void isDescribed(String group, Path file) throws Exception {
        String actual = description(group);
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(file, actual);
        }
        assertThat(ContractDescription.NAMESAKES).isEmpty();
        assertThat(actual)
                .as(file + "; mvn -pl server -am test -Dtest=ContractTests -Dupdate-docs=true")
                .isEqualTo(Files.readString(file));
    }

    private String description(String group) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/v3/api-docs/" + group))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode tree = JSON.readTree(answer.body());
        return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)) + "\n";
    }
}
