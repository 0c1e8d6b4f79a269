package org.tongxing.sandbox.town;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A township of the sample, as {@code sample/townships.txt} describes it.
 *
 * @param families how many families its roster lists
 * @param spoilt how many rows of its roster are refused
 */
record Township(String code, String name, int families, int spoilt, List<Village> villages) {

    static final int DIGITS = 9;

    /** All of them, the one with the whole story first. */
    static List<Township> all() {
        List<Township> townships = new ArrayList<>();
        lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            List<String> words = Arrays.asList(line.split("\\s+"));
            if (words.get(0).length() == DIGITS) {
                townships.add(new Township(
                        words.get(0),
                        words.get(1),
                        Integer.parseInt(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        new ArrayList<>()));
            } else {
                townships.get(townships.size() - 1).villages().add(village(words));
            }
        });
        return List.copyOf(townships);
    }

    int eligible() {
        return this.villages.stream().mapToInt(Village::eligible).sum();
    }

    private static Village village(List<String> words) {
        return new Village(
                words.get(0),
                words.get(1),
                Integer.parseInt(words.get(2)),
                Village.Duty.valueOf(words.get(3)),
                words.get(4),
                words.stream().skip(5).map(Scene::valueOf).toList());
    }

    private static java.util.stream.Stream<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(Township.class.getResourceAsStream("/sample/townships.txt"), "townships.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
