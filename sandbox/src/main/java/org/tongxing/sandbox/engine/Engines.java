package org.tongxing.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The database and Redis of the embedded default. */
public record Engines(Database database, int redisPort) {

    private static final int LONGEST_SOCKET_PATH = 100;

    /**
     * Starts both, on data kept in the directory. Whoever loads a whole province gives the database more memory and log by the
     * system properties {@code tongxing.sandbox.buffer-pool} and {@code redo-log}.
     *
     * @param mysql the address of a MySQL that runs already and serves instead of the embedded MariaDB, if given
     */
    public static Engines start(Path binaries, Path directory, @Nullable String mysql) {
        try {
            Path run = Files.createDirectories(directory.resolve("run"));
            CompletableFuture<Engine> redis = CompletableFuture.supplyAsync(() -> redis(binaries, directory, run));
            Database database =
                    mysql == null ? embedded(binaries, directory, run) : Database.on(mysql, directory.toString());
            return new Engines(database, redis.join().port());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Database embedded(Path binaries, Path directory, Path run) throws IOException {
        String password = password(directory);
        Engine mariadb = mariadb(binaries, directory, run, password);
        return new Database(Database.url("127.0.0.1:" + mariadb.port(), "tongxing"), "app", password);
    }

    private static Engine mariadb(Path binaries, Path directory, Path run, String password) throws IOException {
        Path home = Binaries.mariadb(binaries);
        Path data = directory.resolve("mariadb");
        String user = System.getProperty("user.name");
        if (!Files.exists(data)) {
            fresh(home, binaries.resolve("mariadb-empty"), data, run, user);
        }
        Path init = run.resolve("init.sql");
        Files.writeString(
                init,
                String.join(
                        "\n",
                        "CREATE DATABASE IF NOT EXISTS tongxing CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;",
                        "CREATE USER IF NOT EXISTS 'app'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                        "GRANT ALL ON tongxing.* TO 'app'@'127.0.0.1';",
                        ""));
        int port = Engine.freePort();
        return Engine.start(
                "mariadb",
                run,
                port,
                List.of(
                        home.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--user=" + user,
                        "--basedir=" + home,
                        "--datadir=" + data,
                        "--port=" + port,
                        "--socket=" + socket(run),
                        "--bind-address=127.0.0.1",
                        // A server that starts clears the temporary tables of all others away that share the folder.
                        "--tmpdir=" + Files.createDirectories(run.resolve("tmp")),
                        // 11.4 would make an RSA key at every start, which takes seconds.
                        "--skip-ssl",
                        "--skip-name-resolve",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_0900_ai_ci",
                        "--default-time-zone=+08:00",
                        "--transaction-isolation=READ-COMMITTED",
                        "--innodb-buffer-pool-size=" + System.getProperty("tongxing.sandbox.buffer-pool", "256M"),
                        "--innodb-log-file-size=" + System.getProperty("tongxing.sandbox.redo-log", "64M"),
                        "--init-file=" + init,
                        "--sql-mode=STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                                + "NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY"));
    }

    /** Making an empty database takes seconds, copying the one made first does not. */
    private static void fresh(Path home, Path empty, Path data, Path run, String user) throws IOException {
        if (!Files.exists(empty)) {
            install(home, empty, run, user);
        }
        Path unfinished = Files.createTempDirectory(data.getParent(), "mariadb");
        FileSystemUtils.copyRecursively(empty, unfinished);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Renamed when complete: a start that is interrupted here leaves no half database behind. */
    private static void install(Path home, Path data, Path run, String user) throws IOException {
        Path unfinished = Files.createTempDirectory(data.getParent(), "mariadb");
        Process install = new ProcessBuilder(
                        "sh",
                        home.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--user=" + user,
                        "--basedir=" + home,
                        "--datadir=" + unfinished,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--skip-name-resolve",
                        "--force")
                .redirectErrorStream(true)
                .redirectOutput(run.resolve("mariadb-install.log").toFile())
                .start();
        try {
            if (install.waitFor() != 0) {
                throw new IllegalStateException("See " + run.resolve("mariadb-install.log"));
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
        try {
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException somebodyElseWasFaster) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.exists(data)) {
                throw somebodyElseWasFaster;
            }
        }
    }

    private static Engine redis(Path binaries, Path directory, Path run) {
        try {
            Path data = Files.createDirectories(directory.resolve("redis"));
            int port = Engine.freePort();
            return Engine.start(
                    "redis",
                    run,
                    port,
                    List.of(
                            Binaries.redis(binaries).toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            data.toString(),
                            "--appendonly",
                            "yes",
                            "--maxmemory",
                            "128mb"));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String password(Path directory) throws IOException {
        Path file = directory.resolve("database-password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
        }
        return Files.readString(file).strip();
    }

    /** A socket's path has a limit of 108 bytes; deep folders get one in the temporary folder. */
    private static Path socket(Path run) {
        Path socket = run.resolve("m.sock");
        return socket.toString().length() < LONGEST_SOCKET_PATH
                ? socket
                : Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "tongxing-" + Integer.toHexString(run.toString().hashCode()) + ".sock");
    }
}
