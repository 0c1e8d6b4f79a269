package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ClauseId;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.CategoryJudge;
import org.tongxing.policy.CategoryVerdict;
import org.tongxing.policy.ChildFacts;

/** Registers children, many at a time: a roster of a hundred thousand must not take a statement for every fact. */
@Service
@Transactional
@RequiredArgsConstructor
public class Newcomers {

    private static final int ROWS_PER_INSERT = 500;

    private final NewcomerMapper mapper;
    private final Categories categories;
    private final Tiers tiers;
    private final Vault vault;
    private final Clock clock;

    /**
     * Registers children with their households, adults, facts and derived categories; the caller has made sure that none
     * of them is on file yet, the database makes sure again.
     */
    public void register(List<NewChild> children, @Nullable Long importId, @Nullable Long by) {
        for (int from = 0; from < children.size(); from += ROWS_PER_INSERT) {
            chunk(children.subList(from, Math.min(children.size(), from + ROWS_PER_INSERT)), importId, by);
        }
    }

    /** Says of each child, in the order given, whether it is on file. */
    @Transactional(readOnly = true)
    public List<OnFile> onFile(List<NewChild> children) {
        Map<String, String> digests = new HashMap<>();
        children.stream()
                .map(NewChild::idNumber)
                .filter(Objects::nonNull)
                .forEach(number -> digests.put(number, Objects.requireNonNull(this.vault.digest(number))));
        Set<String> known = digests.isEmpty() ? Set.of() : this.mapper.knownDigests(digests.values());
        Map<Person, List<NewcomerMapper.PersonRow>> people = new HashMap<>();
        for (NewcomerMapper.PersonRow row :
                children.isEmpty() ? List.<NewcomerMapper.PersonRow>of() : namesakes(children)) {
            people.computeIfAbsent(new Person(row.name(), row.birthOn(), row.villageCode()), one -> new ArrayList<>())
                    .add(row);
        }
        return children.stream()
                .map(child -> {
                    String digest = child.idNumber() == null ? null : digests.get(child.idNumber());
                    return known.contains(String.valueOf(digest)) ? OnFile.SAME : onFile(people, child, digest);
                })
                .toList();
    }

    /** The verdicts on a child that is not on file, by rules the caller has looked up for its village. */
    public static List<CategoryVerdict> judge(NewChild child, CategoryJudge judge, LocalDate on) {
        return judge.judge(facts(child), on);
    }

    private List<NewcomerMapper.PersonRow> namesakes(List<NewChild> children) {
        return this.mapper.namesakes(
                children.stream().map(NewChild::name).collect(Collectors.toSet()),
                children.stream().map(child -> child.village().value()).collect(Collectors.toSet()));
    }

    private static OnFile onFile(
            Map<Person, List<NewcomerMapper.PersonRow>> people, NewChild child, @Nullable String digest) {
        List<NewcomerMapper.PersonRow> same = people.getOrDefault(
                new Person(child.name(), child.birthOn(), child.village().value()), List.of());
        if (same.isEmpty()) {
            return OnFile.NO;
        }
        boolean compatible = digest == null || same.stream().anyMatch(row -> row.idNumberDigest() == null);
        return compatible ? OnFile.SAME : OnFile.CONTRADICTORY;
    }

    private void chunk(List<NewChild> children, @Nullable Long importId, @Nullable Long by) {
        List<Long> households = households(children);
        LocalDateTime now = LocalDateTime.now(this.clock);
        List<ChildInsert> rows = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            NewChild child = children.get(i);
            rows.add(new ChildInsert(
                    child,
                    households.get(i),
                    this.vault.seal(child.idNumber()),
                    this.vault.digest(child.idNumber()),
                    importId));
        }
        this.mapper.insertChildren(rows);
        List<NewcomerMapper.AdultInsert> adults = new ArrayList<>();
        List<NewcomerMapper.FactInsert> facts = new ArrayList<>();
        List<NewcomerMapper.CategoryInsert> derived = new ArrayList<>();
        List<TierMapper.TierRow> graded = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            NewChild child = children.get(i);
            long id = rows.get(i).getId();
            child.adults().forEach(adult -> adults.add(adult(id, adult)));
            child.facts().forEach(fact -> facts.add(new NewcomerMapper.FactInsert(id, fact, by, now)));
            List<CategoryInterval> held = this.categories.intervals(facts(child), child.village());
            held.forEach(one -> derived.add(category(id, one)));
            graded.addAll(this.tiers.ofNewcomer(id, facts(child), held, child.village(), now));
        }
        inserted(adults, this.mapper::insertAdults);
        inserted(facts, this.mapper::insertFacts);
        inserted(derived, this.mapper::insertCategories);
        this.tiers.keep(graded);
    }

    /** The household of each child: children at one address are siblings, known from before or new together. */
    private List<Long> households(List<NewChild> children) {
        List<@Nullable String> fingerprints = new ArrayList<>();
        children.forEach(child -> fingerprints.add(
                child.address() == null
                        ? null
                        : this.vault.digest(child.village().value() + "|" + child.address())));
        Set<String> asked = fingerprints.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Long> known = new HashMap<>();
        if (!asked.isEmpty()) {
            this.mapper.households(asked).forEach(row -> known.merge(row.fingerprint(), row.id(), Math::min));
        }
        List<ChildMapper.HouseholdInsert> fresh = new ArrayList<>();
        List<ChildMapper.@Nullable HouseholdInsert> ofChild = new ArrayList<>();
        Map<String, ChildMapper.HouseholdInsert> together = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            NewChild child = children.get(i);
            String fingerprint = fingerprints.get(i);
            ChildMapper.HouseholdInsert household = null;
            if (fingerprint == null || !known.containsKey(fingerprint)) {
                household = fingerprint == null ? null : together.get(fingerprint);
                if (household == null) {
                    household = new ChildMapper.HouseholdInsert(
                            child.village().value(), this.vault.seal(child.address()), fingerprint);
                    fresh.add(household);
                    if (fingerprint != null) {
                        together.put(fingerprint, household);
                    }
                }
            }
            ofChild.add(household);
        }
        inserted(fresh, this.mapper::insertHouseholds);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            ChildMapper.HouseholdInsert household = ofChild.get(i);
            ids.add(household == null ? known.get(fingerprints.get(i)) : Long.valueOf(household.getId()));
        }
        return ids;
    }

    private NewcomerMapper.AdultInsert adult(long child, NewChild.NewAdult adult) {
        return new NewcomerMapper.AdultInsert(
                child, adult, this.vault.seal(adult.phone()), this.vault.digest(adult.phone()));
    }

    private static NewcomerMapper.CategoryInsert category(long child, CategoryInterval interval) {
        String clauses = interval.clauses().stream().map(ClauseId::toString).collect(Collectors.joining(","));
        return new NewcomerMapper.CategoryInsert(
                child, interval.category(), clauses, interval.startsOn(), interval.endsOn());
    }

    private static ChildFacts facts(NewChild child) {
        return new ChildFacts(child.birthOn(), child.sex(), StoredFacts.ofNew(child.facts(), child.village()));
    }

    private static <T> void inserted(List<T> rows, Consumer<List<T>> insert) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            insert.accept(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
    }

    /** Whether a child is on file. */
    public enum OnFile {
        NO,
        /** The same ID number, or the same name, birthday and village where one of the two has no number. */
        SAME,
        /** The same name, birthday and village, but another ID number: somebody has to look. */
        CONTRADICTORY
    }

    private record Person(String name, LocalDate birthOn, String village) {}
}
