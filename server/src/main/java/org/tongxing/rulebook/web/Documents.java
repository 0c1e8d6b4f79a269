package org.tongxing.rulebook.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The documents the rule books were made from, as they were printed; not every book has its document here. */
@Component
class Documents {

    /** The paragraphs of a document; none when only its clauses are on file. */
    List<String> paragraphs(String book) {
        ClassPathResource text = new ClassPathResource("rulebooks/" + book + ".txt");
        if (!text.exists()) {
            return List.of();
        }
        try (InputStream in = text.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
