package org.tongxing.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Newcomers.OnFile;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;

/** Looks for children that may be on file already, many at a time. */
@Component
@RequiredArgsConstructor
class NewcomerSearch {

    private final NewcomerMapper mapper;
    private final Vault vault;

    List<OnFile> onFile(List<NewChild> children) {
        if (children.isEmpty()) {
            return List.of();
        }
        Map<String, String> digests = new HashMap<>();
        children.stream()
                .map(NewChild::idNumber)
                .filter(Objects::nonNull)
                .forEach(number -> digests.put(number, Objects.requireNonNull(this.vault.digest(number))));
        Map<String, String> villages = digests.isEmpty()
                ? Map.of()
                : this.mapper.numbers(digests.values()).stream()
                        .collect(Collectors.toMap(
                                NewcomerMapper.NumberRow::idNumberDigest, NewcomerMapper.NumberRow::villageCode));
        Map<Person, List<NewcomerMapper.PersonRow>> people = new HashMap<>();
        for (NewcomerMapper.PersonRow row : namesakes(children)) {
            people.computeIfAbsent(new Person(row.name(), row.birthOn(), row.villageCode()), one -> new ArrayList<>())
                    .add(row);
        }
        return children.stream()
                .map(child -> {
                    String digest = child.idNumber() == null ? null : digests.get(child.idNumber());
                    String village = digest == null ? null : villages.get(digest);
                    return village == null ? byPerson(people, child, digest) : byNumber(village, child);
                })
                .toList();
    }

    private List<NewcomerMapper.PersonRow> namesakes(List<NewChild> children) {
        return this.mapper.namesakes(
                children.stream().map(NewChild::name).collect(Collectors.toSet()),
                children.stream().map(child -> child.village().value()).collect(Collectors.toSet()));
    }

    private static OnFile byNumber(String village, NewChild child) {
        return child.village().at(DivisionCode.Level.TOWNSHIP).contains(new DivisionCode(village))
                ? OnFile.SAME
                : OnFile.ELSEWHERE;
    }

    private static OnFile byPerson(
            Map<Person, List<NewcomerMapper.PersonRow>> people, NewChild child, @Nullable String digest) {
        List<NewcomerMapper.PersonRow> same = people.getOrDefault(
                new Person(child.name(), child.birthOn(), child.village().value()), List.of());
        if (same.isEmpty()) {
            return OnFile.NO;
        }
        boolean compatible = digest == null || same.stream().anyMatch(row -> row.idNumberDigest() == null);
        return compatible ? OnFile.SAME : OnFile.CONTRADICTORY;
    }

    private record Person(String name, LocalDate birthOn, String village) {}
}
