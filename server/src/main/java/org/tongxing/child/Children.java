package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.problem.Refusal;

/** Registers children and opens their files. */
@Service
@Transactional
@RequiredArgsConstructor
public class Children {

    private static final Set<String> PARENTS = Set.of("父亲", "母亲");

    private final ChildMapper mapper;
    private final Categories categories;
    private final Vault vault;
    private final Clock clock;

    /** Registers a child; the caller has made sure that it is not on file yet, the database makes sure again. */
    public ChildId register(NewChild child, @Nullable Long importId, @Nullable Long by) {
        ChildInsert row = new ChildInsert(
                child,
                household(child.village(), child.address()),
                this.vault.seal(child.idNumber()),
                this.vault.digest(child.idNumber()),
                importId);
        this.mapper.insert(row);
        for (NewChild.NewAdult adult : child.adults()) {
            this.mapper.insertAdult(
                    row.getId(),
                    adult.relation(),
                    adult.name(),
                    this.vault.seal(adult.phone()),
                    this.vault.digest(adult.phone()),
                    adult.carer());
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        for (NewChild.NewFact fact : child.facts()) {
            this.mapper.insertFact(row.getId(), fact, by, now);
        }
        this.categories.derive(row.getId(), child);
        return new ChildId(row.getId());
    }

    /** The child with this ID number, or with this name, birthday and village. */
    @Transactional(readOnly = true)
    public Optional<ChildId> onFile(NewChild child) {
        Long byId = child.idNumber() == null
                ? null
                : this.mapper.findByIdDigest(Objects.requireNonNull(this.vault.digest(child.idNumber())));
        Long found = byId != null
                ? byId
                : this.mapper.findByPerson(
                        child.name(), child.birthOn(), child.village().value());
        return Optional.ofNullable(found).map(ChildId::new);
    }

    @Transactional(readOnly = true)
    public CaseFile get(Scope scope, ChildId id) {
        ChildRow row = this.mapper.find(scope, id.value());
        if (row == null) {
            throw Refusal.notFound("child", id.value());
        }
        return new CaseFile(
                id,
                row.name(),
                Sex.valueOf(row.sex()),
                row.birthOn(),
                this.vault.open(row.idNumberSealed()),
                row.noIdReason(),
                new DivisionCode(row.villageCode()),
                row.householdId(),
                row.school(),
                row.grade(),
                row.registeredOn(),
                row.leftOn(),
                this.vault.open(this.mapper.address(row.householdId())),
                this.mapper.adults(id.value()).stream().map(this::adult).toList(),
                this.mapper.facts(id.value()).stream()
                        .map(fact -> new CaseFile.Fact(
                                fact.kind(),
                                fact.content(),
                                fact.sinceOn(),
                                fact.untilOn(),
                                fact.recordedBy(),
                                fact.recordedAt()))
                        .toList(),
                this.categories.of(Set.of(id.value())).getOrDefault(id.value(), List.of()));
    }

    /** The other children of the household, the oldest first. */
    @Transactional(readOnly = true)
    public List<ChildId> siblings(Scope scope, CaseFile child) {
        return this.mapper.ofHousehold(scope, child.householdId()).stream()
                .filter(row -> row.id() != child.id().value())
                .map(row -> new ChildId(row.id()))
                .toList();
    }

    /** The adults on file with this verified phone whose access nobody has restrained. */
    @Transactional(readOnly = true)
    public List<TieableAdult> adultsWithPhone(String phone) {
        return this.mapper.adultsByPhone(Objects.requireNonNull(this.vault.digest(phone))).stream()
                .map(row -> new TieableAdult(
                        row.id(), new ChildId(row.childId()), PARENTS.contains(row.relation()), row.name()))
                .toList();
    }

    /** The villages of a place that have children on file. */
    @Transactional(readOnly = true)
    public List<DivisionCode> villages(DivisionCode division) {
        return this.mapper.villages(division.value()).stream()
                .map(DivisionCode::new)
                .toList();
    }

    /** The children of a village with what the roll-ups need to know. */
    @Transactional(readOnly = true)
    public List<Resident> inVillage(DivisionCode village) {
        List<ChildMapper.VillageChild> rows = this.mapper.inVillage(village.value());
        var held = this.categories.of(
                rows.stream().map(ChildMapper.VillageChild::id).collect(java.util.stream.Collectors.toSet()));
        return rows.stream()
                .map(row -> new Resident(
                        new ChildId(row.id()),
                        row.name(),
                        Sex.valueOf(row.sex()),
                        row.birthOn(),
                        village,
                        row.householdId(),
                        row.registeredOn(),
                        row.leftOn(),
                        held.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private CaseFile.Adult adult(ChildMapper.AdultRow row) {
        return new CaseFile.Adult(
                row.id(), row.relation(), row.name(), this.vault.open(row.phoneSealed()), row.carer(), row.access());
    }

    private long household(DivisionCode village, @Nullable String address) {
        String fingerprint = address == null ? null : this.vault.digest(village.value() + "|" + address);
        Long known = fingerprint == null ? null : this.mapper.findHousehold(fingerprint);
        if (known != null) {
            return known;
        }
        ChildMapper.HouseholdInsert row =
                new ChildMapper.HouseholdInsert(village.value(), this.vault.seal(address), fingerprint);
        this.mapper.insertHousehold(row);
        return row.getId();
    }

    /** An adult around a child whom a verified phone may be tied to. */
    public record TieableAdult(long adultId, ChildId child, boolean parent, String name) {}
}
