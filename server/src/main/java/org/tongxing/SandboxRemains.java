package org.tongxing;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.SandboxKey;

/** Refuses to start outside the sandbox on what belongs into it: its keys, its accounts, its WeChat, its database. */
@Component
class SandboxRemains {

    /** What {@code org.tongxing.sandbox} sets when it stands in for the outside world. */
    static final String ACTIVE = "tongxing.sandbox.active";

    private static final String INITIAL_PASSWORD = "Tongxing-2026";
    private static final String MARK = "sandbox_step";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    SandboxRemains(Environment environment, DataSource database) throws SQLException {
        if (environment.getProperty(ACTIVE, Boolean.class, false)) {
            return;
        }
        List<String> found = in(environment);
        if (marked(database)) {
            found.add("the database was made by a sandbox: it has a table " + MARK);
        }
        if (!found.isEmpty()) {
            throw new Found(found);
        }
    }

    /** What the settings still hold of a sandbox, in words for whoever runs the server; never a value. */
    static List<String> in(Environment settings) {
        List<String> found = new ArrayList<>();
        if (settings.containsProperty("tongxing.keys.directory")) {
            found.add("tongxing.keys.directory: keys come from tongxing.keys.sealing and .digesting");
        }
        for (String key : List.of("tongxing.keys.sealing", "tongxing.keys.digesting")) {
            if (SandboxKey.is(settings.getProperty(key))) {
                found.add(key + " was made up by a sandbox");
            }
        }
        Binder.get(settings).bind("tongxing.accounts.first", Bindable.listOf(First.class)).orElse(List.of()).stream()
                .filter(first -> INITIAL_PASSWORD.equals(first.password()))
                .forEach(first ->
                        found.add("tongxing.accounts.first: " + first.username() + " has the password of the sample"));
        String wechat = settings.getProperty("tongxing.wechat.base-url");
        if (wechat != null && !isElsewhere(wechat)) {
            found.add("tongxing.wechat.base-url is no WeChat but something on this machine, or not https");
        }
        if (settings.getProperty("tongxing.wechat.app-id", "").endsWith("sandbox")) {
            found.add("tongxing.wechat.app-id is that of the sandbox");
        }
        return found;
    }

    private static boolean isElsewhere(String address) {
        URI uri = URI.create(address);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(uri.getScheme()) && !THIS_MACHINE.contains(host);
    }

    private static boolean marked(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), null, MARK, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** One of the first accounts, as far as it matters here. */
    record First(String username, String password) {}

    /** What was found, all of it at once. */
    static final class Found extends RuntimeException {

        private final transient List<String> what;

        Found(List<String> what) {
            super("This is no sandbox, but " + String.join("; ", what));
            this.what = what;
        }
    }

    /** Says it without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Found> {

        @Override
        protected FailureAnalysis analyze(Throwable root, Found found) {
            return new FailureAnalysis(
                    "This is no sandbox, but it has what belongs to one:\n\n- " + String.join("\n- ", found.what),
                    "Give it keys, accounts, a mini-program and a database of its own.",
                    found);
        }
    }
}
