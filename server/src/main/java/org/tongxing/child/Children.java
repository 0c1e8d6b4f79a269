package org.tongxing.child;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.Typed;
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
                this.vault.open(this.mapper.address(scope, id.value())),
                this.mapper.adults(scope, id.value()).stream().map(this::adult).toList(),
                this.mapper.facts(scope, id.value()).stream()
                        .map(fact -> new CaseFile.Fact(
                                fact.kind(),
                                fact.content(),
                                fact.sinceOn(),
                                fact.untilOn(),
                                fact.recordedBy(),
                                fact.recordedAt()))
                        .toList(),
                this.categories.of(scope, id.value()));
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

    /** Those of these adults whom nobody suspects, restrains or has shut out. */
    @Transactional(readOnly = true)
    public Set<Long> openAdults(Collection<Long> adultIds) {
        return adultIds.isEmpty() ? Set.of() : Set.copyOf(this.mapper.openAdults(adultIds));
    }

    /** The children of a scope of whom a parent works elsewhere on that day and none is at home, with how many do. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> parentsAway(Scope scope, LocalDate day) {
        Map<Long, Integer> away = new LinkedHashMap<>();
        this.mapper.parentsAway(scope, day).forEach(row -> away.put(row.childId(), row.parents()));
        return away;
    }

    /** What each of these adults around children of the scope is to the child: 父亲. */
    @Transactional(readOnly = true)
    public Map<Long, String> relations(Scope scope, Collection<Long> adultIds) {
        return adultIds.isEmpty()
                ? Map.of()
                : this.mapper.relations(scope, adultIds).stream()
                        .collect(Collectors.toMap(ChildMapper.RelationRow::id, ChildMapper.RelationRow::relation));
    }

    /** What pages need of several children at once; those outside the scope are missing. */
    @Transactional(readOnly = true)
    public Map<Long, KnownChild> known(Scope scope, Collection<Long> childIds) {
        if (childIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, KnownChild> known = new LinkedHashMap<>();
        this.mapper.brief(scope, childIds).forEach(row -> known.put(row.id(), known(row)));
        return known;
    }

    /** The children who live in a scope now, village by village, whose name or initials begin so. */
    @Transactional(readOnly = true)
    public List<KnownChild> find(Scope scope, @Nullable String beginning, Paging paging) {
        String escaped = beginning == null || beginning.isBlank()
                ? null
                : Typed.literally(beginning.strip().toLowerCase(Locale.ROOT));
        return this.mapper.search(scope, escaped, paging).stream()
                .map(Children::known)
                .toList();
    }

    private static KnownChild known(ChildMapper.BriefRow row) {
        return new KnownChild(
                new ChildId(row.id()),
                row.name(),
                Sex.valueOf(row.sex()),
                row.birthOn(),
                new DivisionCode(row.villageCode()),
                row.householdId());
    }

    /** Refuses unless all these children are in scope; to be asked before anything about several of them is shown. */
    @Transactional(readOnly = true)
    public void requireAll(Scope scope, Collection<Long> childIds) {
        Set<Long> distinct = Set.copyOf(childIds);
        if (!distinct.isEmpty() && this.mapper.countInScope(scope, distinct) != distinct.size()) {
            throw Refusal.notFound("child", childIds.iterator().next());
        }
    }

    /** The villages in which children of the scope live. */
    @Transactional(readOnly = true)
    public List<DivisionCode> villages(Scope scope) {
        return this.mapper.villages(scope).stream().map(DivisionCode::new).toList();
    }

    private CaseFile.Adult adult(ChildMapper.AdultRow row) {
        return new CaseFile.Adult(
                row.id(), row.relation(), row.name(), this.vault.open(row.phoneSealed()), row.carer(), row.access());
    }

    /** An adult around a child whom a verified phone may be tied to. */
    public record TieableAdult(long adultId, ChildId child, DivisionCode village, boolean parent, String name) {}
}
