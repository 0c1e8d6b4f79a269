package org.tongxing.roster;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.SheetOutline;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of an import that are kept as text. Headings are sealed: in a sheet without any, they may be names. */
@Component
@RequiredArgsConstructor
class ImportTexts {

    private static final TypeReference<EnumMap<Cause, Integer>> CAUSES = new TypeReference<>() {};
    private static final int LONGEST_PROBLEM = 300;

    private final Vault vault;
    private final JsonMapper json;

    @Nullable
    String sealed(List<SheetOutline> sheets) {
        return this.vault.seal(this.json.writeValueAsString(sheets));
    }

    List<SheetOutline> sheets(@Nullable String sealed) {
        return sealed == null ? List.of() : Arrays.asList(this.json.readValue(opened(sealed), SheetOutline[].class));
    }

    @Nullable
    String sealed(Mapping mapping) {
        return this.vault.seal(this.json.writeValueAsString(mapping));
    }

    Mapping mapping(@Nullable String sealed) {
        return sealed == null ? Mapping.NONE : this.json.readValue(opened(sealed), Mapping.class);
    }

    String causes(Map<Cause, Integer> causes) {
        return this.json.writeValueAsString(causes);
    }

    Map<Cause, Integer> causes(@Nullable String text) {
        return text == null ? Map.of() : this.json.readValue(text, CAUSES);
    }

    static String clipped(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM - 1) + "…";
    }

    private String opened(String sealed) {
        return Objects.requireNonNull(this.vault.open(sealed));
    }
}
