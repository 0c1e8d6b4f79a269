package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ClauseId;
import org.tongxing.persistence.Batches;
import org.tongxing.policy.CategoryInterval;

/** Writes what belongs to newcomers: households, adults, facts and categories, and the newcomers themselves. */
@Component
@RequiredArgsConstructor
class NewcomerRows {

    private final NewcomerMapper mapper;
    private final Tiers tiers;
    private final Batches batches;
    private final Vault vault;
    private final Clock clock;

    /** Writes a chunk and answers the ids of the newcomers in the order given. */
    List<Long> write(List<Newcomer> newcomers, @Nullable Long importId, @Nullable Long by) {
        List<NewChild> children = newcomers.stream().map(Newcomer::child).toList();
        List<Long> households = households(children, importId);
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
        this.batches.write(NewcomerMapper.class, rows, NewcomerMapper::insertNewcomer);
        below(newcomers, rows, by);
        return rows.stream().map(ChildInsert::getId).toList();
    }

    private void below(List<Newcomer> newcomers, List<ChildInsert> rows, @Nullable Long by) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        List<NewcomerMapper.AdultInsert> adults = new ArrayList<>();
        List<NewcomerMapper.FactInsert> facts = new ArrayList<>();
        List<NewcomerMapper.CategoryInsert> derived = new ArrayList<>();
        List<TierMapper.TierRow> graded = new ArrayList<>();
        for (int i = 0; i < newcomers.size(); i++) {
            Newcomer newcomer = newcomers.get(i);
            NewChild child = newcomer.child();
            long id = rows.get(i).getId();
            child.adults().forEach(adult -> adults.add(adult(id, adult)));
            child.facts().forEach(fact -> facts.add(new NewcomerMapper.FactInsert(id, fact, by, now)));
            newcomer.categories().forEach(one -> derived.add(category(id, one)));
            newcomer.tiers().forEach(one -> graded.add(Tiers.row(id, one)));
        }
        this.batches.write(NewcomerMapper.class, adults, NewcomerMapper::insertAdult);
        this.batches.write(NewcomerMapper.class, facts, NewcomerMapper::insertFact);
        this.batches.write(NewcomerMapper.class, derived, NewcomerMapper::insertCategory);
        this.tiers.keep(graded);
    }

    /** The household of each child: children at one address are siblings, known from before or new together. */
    private List<Long> households(List<NewChild> children, @Nullable Long importId) {
        List<String> fingerprints = children.stream().map(this::fingerprint).toList();
        Map<String, Long> known = new HashMap<>();
        this.mapper
                .households(Set.copyOf(fingerprints), importId)
                .forEach(row -> known.merge(row.fingerprint(), row.id(), Math::min));
        Map<String, ChildMapper.HouseholdInsert> fresh = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            NewChild child = children.get(i);
            if (!known.containsKey(fingerprints.get(i))) {
                fresh.computeIfAbsent(
                        fingerprints.get(i),
                        one -> new ChildMapper.HouseholdInsert(
                                child.village().value(), this.vault.seal(child.address()), one));
            }
        }
        this.batches.write(NewcomerMapper.class, List.copyOf(fresh.values()), NewcomerMapper::insertHousehold);
        fresh.forEach((fingerprint, row) -> known.put(fingerprint, row.getId()));
        return fingerprints.stream()
                .map(fingerprint -> Objects.requireNonNull(known.get(fingerprint)))
                .toList();
    }

    /** A child without an address is alone in its household: nothing else has such a fingerprint. */
    private String fingerprint(NewChild child) {
        String home = child.address() == null
                ? UUID.randomUUID().toString()
                : child.village().value() + "|" + child.address();
        return Objects.requireNonNull(this.vault.digest(home));
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
}
