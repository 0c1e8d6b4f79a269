package org.tongxing.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The provinces, cities and counties of the whole country by their codes, as the statistics publish them; known in every
 * installation, for parents work in places whose divisions nobody there has loaded.
 */
public final class PublishedPlaces {

    private static final Map<String, String> NAMES = read();

    private PublishedPlaces() {}

    /** The names by code, without those above them. */
    public static Map<String, String> names() {
        return NAMES;
    }

    private static Map<String, String> read() {
        Map<String, String> names = new TreeMap<>();
        InputStream file = Objects.requireNonNull(PublishedPlaces.class.getResourceAsStream("/places.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int comma = line.indexOf(',');
                names.put(line.substring(0, comma), line.substring(comma + 1));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.copyOf(names);
    }
}
