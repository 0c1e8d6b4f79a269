package org.tongxing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.tongxing.sandbox.Sandbox;
import org.tongxing.sandbox.wechat.Person;
import tools.jackson.databind.JsonNode;

/** A phone in somebody's hand, signed in through the simulated WeChat. */
final class Phone {

    private final int port;
    private final Sandbox sandbox;
    private final Person person;
    private ConsoleClient client;

    private Phone(int port, Sandbox sandbox, Person person) throws Exception {
        this.port = port;
        this.sandbox = sandbox;
        this.person = person;
        this.client = another();
    }

    /** @param media the directory of the files, which lies in the sandbox of this server */
    static Phone of(int port, Path media, String nickname, String number) throws Exception {
        Sandbox sandbox = Sandbox.on(media.getParent().toString());
        return new Phone(port, sandbox, sandbox.people().add(nickname, number));
    }

    /** Signs in once more, on a second phone as it were. */
    ConsoleClient another() throws Exception {
        JsonNode session = new ConsoleClient(this.port)
                .post("/api/phone/session", Map.of("code", this.sandbox.people().loginCode(this.person.openid())))
                .json();
        return new ConsoleClient(this.port, session.path("token").asString());
    }

    void signInAgain() throws Exception {
        this.client = another();
    }

    String openid() {
        return this.person.openid();
    }

    ConsoleClient.Answer get(String path) throws Exception {
        return this.client.get(path);
    }

    ConsoleClient.Answer post(String path, Object body, String... headers) throws Exception {
        return this.client.post(path, body, headers);
    }

    ConsoleClient.Answer put(String path, Object body) throws Exception {
        return this.client.send("PUT", path, body);
    }

    ConsoleClient.Answer delete(String path) throws Exception {
        return this.client.delete(path);
    }

    /** Lets WeChat hand over the verified number; answers the ties. */
    JsonNode verify() throws Exception {
        return post(
                        "/api/phone/session/phone-number",
                        Map.of("code", this.sandbox.people().phoneCode(this.person.openid())))
                .json()
                .path("ties");
    }

    JsonNode children() throws Exception {
        return get("/api/phone/home").json().path("children");
    }

    /** The state of the only tie of a kind. */
    String state(String kind) throws Exception {
        String state = "";
        for (JsonNode tie : get("/api/phone/ties").json().path("ties")) {
            if (tie.path("kind").asString().equals(kind)) {
                assertThat(state).as("one tie of this kind").isEmpty();
                state = tie.path("state").asString();
            }
        }
        return state;
    }

    boolean signedOut() throws Exception {
        return get("/api/phone/ties").status() == 401;
    }
}
