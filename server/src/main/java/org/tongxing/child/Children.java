package org.tongxing.child;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.problem.Refusal;

/** Opens the files of children. */
@Service
@Transactional
@RequiredArgsConstructor
public class Children {

    private static final Set<String> PARENTS = Set.of("父亲", "母亲");

    private final ChildMapper mapper;
    private final Categories categories;
    private final Vault vault;

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

    /** The adults on file with this verified phone, those too who are kept away: whoever confirms has to see that. */
    @Transactional(readOnly = true)
    public List<TieableAdult> adultsWithPhone(String phone) {
        return this.mapper.adultsByPhone(Objects.requireNonNull(this.vault.digest(phone))).stream()
                .map(row -> new TieableAdult(
                        row.id(),
                        new ChildId(row.childId()),
                        new DivisionCode(row.villageCode()),
                        PARENTS.contains(row.relation()),
                        row.name()))
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

    /** An adult around a child whom a verified phone may be tied to. */
    public record TieableAdult(long adultId, ChildId child, DivisionCode village, boolean parent, String name) {}
}
