package org.tongxing;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Remembers in which tables a request has changed rows for good. The driver loads it and shows it every statement; what was
 * taken back does not count, and neither does what other threads do at the time.
 */
public final class KeptRows implements QueryInterceptor {

    /** The header by which whoever asks recognizes the request. */
    static final String NUMBER = "X-Number";

    private static final Pattern CHANGE = Pattern.compile(
            "\\s*(?:/\\*.*?\\*/\\s*)?(?:insert(?:\\s+ignore)?\\s+into|replace\\s+into|update(?:\\s+ignore)?"
                    + "|delete(?:\\s+\\w+)?\\s+from|truncate(?:\\s+table)?)\\s+`?(\\w+).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Map<String, Set<String>> OF_REQUESTS = new ConcurrentHashMap<>();
    private static final ThreadLocal<Set<String>> OF_THIS_ONE = new ThreadLocal<>();

    private final Set<String> begun = new TreeSet<>();
    private @Nullable Connection connection;

    /** The tables each request changed since this was asked last, by its number; those that changed none are missing. */
    static Map<String, Set<String>> taken() {
        Map<String, Set<String>> taken = new TreeMap<>();
        for (String number : Set.copyOf(OF_REQUESTS.keySet())) {
            taken.put(number, OF_REQUESTS.remove(number));
        }
        return taken;
    }

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        this.connection = (Connection) connection;
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T result, ServerSession session) {
        Set<String> kept = OF_THIS_ONE.get();
        if (kept == null) {
            this.begun.clear();
            return null;
        }
        String statement = sql.get();
        String word = statement.strip().toLowerCase(Locale.ROOT);
        if (word.equals("commit")) {
            kept.addAll(this.begun);
            this.begun.clear();
        } else if (word.equals("rollback")) {
            this.begun.clear();
        } else {
            Matcher change = CHANGE.matcher(statement);
            if (change.matches() && (result == null || result.getUpdateCount() > 0)) {
                (commitsByItself() ? kept : this.begun).add(change.group(1));
            }
        }
        return null;
    }

    private boolean commitsByItself() {
        try {
            return this.connection == null || this.connection.getAutoCommit();
        } catch (SQLException closed) {
            return false;
        }
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }

    /** Puts the memory around every request. */
    @TestConfiguration
    static class AroundRequests {

        @Bean
        FilterRegistrationBean<Filter> keptRows() {
            FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>(AroundRequests::remember);
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }

        private static void remember(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Set<String> kept = new TreeSet<>();
            OF_THIS_ONE.set(kept);
            try {
                chain.doFilter(request, response);
            } finally {
                OF_THIS_ONE.remove();
                String number = ((HttpServletRequest) request).getHeader(NUMBER);
                if (number != null && !kept.isEmpty()) {
                    OF_REQUESTS.put(number, kept);
                }
            }
        }
    }
}
