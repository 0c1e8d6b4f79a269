package org.tongxing.wish;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.CaseFile;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Clause;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.wording.PublicWording;

/** Refuses words that tell strangers who a child is: its names, its people, its village, school and numbers, or a label. */
@Component
@RequiredArgsConstructor
@Clause("GD-76")
public class Discretion {

    private static final Pattern NUMBER = Pattern.compile("\\d{6,}");
    private static final int SHORTEST = 2;

    private final Divisions divisions;

    /** Refused with the label or a hint at what tells too much; never with the word itself if it is a name. */
    public void require(CaseFile child, String text) {
        Optional<String> label = PublicWording.labelIn(text);
        if (label.isPresent()) {
            throw new Refusal(ProblemCode.WORDING_TELLS_TOO_MUCH, Map.of("label", label.get()));
        }
        String plain = text.replaceAll("\\s", "");
        if (NUMBER.matcher(plain).find() || telling(child).anyMatch(plain::contains)) {
            throw new Refusal(ProblemCode.WORDING_TELLS_TOO_MUCH);
        }
    }

    private Stream<String> telling(CaseFile child) {
        String village =
                this.divisions.find(child.village()).map(found -> found.name()).orElse("");
        return Stream.of(
                        Stream.of(child.name(), given(child.name()), village, stem(village)),
                        Stream.ofNullable(child.school()),
                        child.adults().stream().map(CaseFile.Adult::name))
                .flatMap(words -> words)
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST);
    }

    /** The given name; one of a single character stands in too many ordinary words. */
    private static String given(String name) {
        return name.substring(name.offsetByCodePoints(0, 1));
    }

    private static String stem(String place) {
        return place.replaceAll("(村民委员会|居民委员会|村委会|居委会|社区|村)$", "");
    }
}
