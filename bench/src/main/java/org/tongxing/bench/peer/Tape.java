package org.tongxing.bench.peer;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what a server sends to the database while it answers requests; loaded by the driver. */
public final class Tape implements QueryInterceptor {

    /** The system property that names the file. */
    public static final String FILE = "bench.tape";

    private static final Path TAPE = Path.of(System.getProperty(FILE, "tape.sql"));

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public synchronized <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        if (Thread.currentThread().getName().contains("-exec-")) {
            try {
                Files.write(
                        TAPE,
                        List.of(sql.get().replaceAll("\\s+", " ").strip()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T result, ServerSession session) {
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }
}
