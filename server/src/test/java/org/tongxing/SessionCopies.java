package org.tongxing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.tongxing.kernel.Role;

/** Sessions like those of people who signed in once, as many as are asked for: some requests end theirs. */
final class SessionCopies {

    private final SessionRepository<? extends Session> sessions;
    private final Map<String, Map<String, Object>> attributes = new HashMap<>();

    SessionCopies(SessionRepository<? extends Session> sessions, Map<Role, ConsoleClient> signedIn) {
        this.sessions = sessions;
        signedIn.forEach((role, client) -> this.attributes.put(role.name(), attributes(client)));
    }

    /** The cookie of another session of somebody in a role. */
    String another(String role) {
        return copied(this.sessions, this.attributes.get(role));
    }

    private Map<String, Object> attributes(ConsoleClient client) {
        String id = new String(Base64.getDecoder().decode(client.cookie("TONGXING")), StandardCharsets.UTF_8);
        Session session = this.sessions.findById(id);
        Map<String, Object> copied = new LinkedHashMap<>();
        session.getAttributeNames().forEach(name -> copied.put(name, session.getAttribute(name)));
        return copied;
    }

    private static <S extends Session> String copied(SessionRepository<S> sessions, Map<String, Object> attributes) {
        S session = sessions.createSession();
        attributes.forEach(session::setAttribute);
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }
}
