package org.tongxing.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.Typed;

/** The children behind a figure, searched and filtered; the number of queries does not grow with the children. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ChildList {

    private static final int ID_LENGTH = 18;

    private final ChildListMapper mapper;
    private final Vault vault;

    /** One page of children in the scope that fit the filter on a day. */
    public Page<Row> find(Scope scope, Filter filter, Paging paging, LocalDate day) {
        String digest = idDigest(filter.q());
        List<ChildListMapper.Found> found = this.mapper.find(scope, filter, digest, paging, day);
        return new Page<>(rows(scope, found, day), this.mapper.count(scope, filter, digest, day));
    }

    /** All children in the scope that fit the filter on a day, in its order. */
    public List<ChildId> all(Scope scope, Filter filter, LocalDate day) {
        return this.mapper.all(scope, filter, idDigest(filter.q()), day).stream()
                .map(ChildId::new)
                .toList();
    }

    /** Whom to call about each of these children that is in the scope: adults nobody keeps away, carers first. */
    public Map<Long, List<Contact>> contacts(Scope scope, Collection<ChildId> children) {
        return children.isEmpty()
                ? Map.of()
                : this.mapper
                        .adults(scope, children.stream().map(ChildId::value).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                ChildListMapper.AdultRow::childId,
                                Collectors.mapping(
                                        row -> new Contact(
                                                row.relation(),
                                                row.name(),
                                                this.vault.open(row.phoneSealed()),
                                                row.carer()),
                                        Collectors.toList())));
    }

    /** Those of the children that are in the scope, as they stand on a day. */
    public List<Row> these(Scope scope, Collection<ChildId> children, LocalDate day) {
        return children.isEmpty()
                ? List.of()
                : rows(
                        scope,
                        this.mapper.these(
                                scope, children.stream().map(ChildId::value).toList(), day),
                        day);
    }

    public boolean isInScope(Scope scope, ChildId child) {
        return !this.mapper
                .these(scope, List.of(child.value()), LocalDate.EPOCH)
                .isEmpty();
    }

    /** The child with exactly this ID number, for somebody who has it on paper. */
    public Optional<ChildId> withIdNumber(Scope scope, String idNumber) {
        String digest = idDigest(idNumber.strip());
        return digest == null
                ? Optional.empty()
                : Optional.ofNullable(this.mapper.withIdNumber(scope, digest)).map(ChildId::new);
    }

    private List<Row> rows(Scope scope, List<ChildListMapper.Found> found, LocalDate day) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Holding>> categories =
                this.mapper
                        .categories(
                                scope,
                                found.stream().map(ChildListMapper.Found::id).toList(),
                                day)
                        .stream()
                        .collect(Collectors.groupingBy(
                                ChildListMapper.Held::childId,
                                Collectors.mapping(
                                        held -> new Holding(
                                                held.category(), held.clause().split(",")[0]),
                                        Collectors.toList())));
        Map<Long, String> cadres = cadres(scope, found);
        List<Long> ids = found.stream().map(ChildListMapper.Found::id).toList();
        Map<Long, String> former = this.mapper.former(scope, ids, day).stream()
                .collect(Collectors.toMap(ChildListMapper.Cadre::id, ChildListMapper.Cadre::cadreName));
        Map<Long, Integer> siblings = this.mapper.siblings(scope, ids, day).stream()
                .collect(Collectors.toMap(ChildListMapper.Siblings::id, ChildListMapper.Siblings::others));
        return found.stream()
                .map(one -> new Row(
                        new ChildId(one.id()),
                        one.name(),
                        one.sex(),
                        one.birthOn(),
                        new DivisionCode(one.villageCode()),
                        one.coveredBy() == null ? List.of() : categories.getOrDefault(one.id(), List.of()),
                        one.coveredBy(),
                        one.reason(),
                        one.pairingId() == null ? null : cadres.get(one.pairingId()),
                        former.get(one.id()),
                        siblings.getOrDefault(one.id(), 0),
                        one.waitingSince() == null ? null : ChronoUnit.DAYS.between(one.waitingSince(), day)))
                .toList();
    }

    private Map<Long, String> cadres(Scope scope, List<ChildListMapper.Found> found) {
        List<Long> pairings = found.stream()
                .map(ChildListMapper.Found::pairingId)
                .filter(Objects::nonNull)
                .toList();
        return pairings.isEmpty()
                ? Map.of()
                : this.mapper.cadres(scope, pairings).stream()
                        .collect(Collectors.toMap(ChildListMapper.Cadre::id, ChildListMapper.Cadre::cadreName));
    }

    private @Nullable String idDigest(@Nullable String q) {
        return q == null || q.length() != ID_LENGTH ? null : this.vault.digest(q.toUpperCase(Locale.ROOT));
    }

    /**
     * What to look for.
     *
     * @param q name, pinyin or initials; a whole ID number is looked up by its fingerprint
     * @param family the family that has the child, or had it last
     */
    public record Filter(
            @Nullable String q,
            @Nullable String category,
            @Nullable Which which,
            State.@Nullable Reason reason,
            State.@Nullable Mark mark,
            @Nullable Girls girls,
            @Nullable Long family,
            Sort sort) {

        /** What is searched for, so that a percent sign is one. */
        public @Nullable String words() {
            return this.q == null ? null : Typed.literally(this.q);
        }

        /** Figures count only children to whom something is owed. */
        public boolean aboutAFigure() {
            return (this.which != null && !aboutOthers())
                    || this.reason != null
                    || this.mark != null
                    || this.girls != null;
        }

        /** Whether only those are wanted to whom nothing is owed. */
        public boolean aboutOthers() {
            return this.which == Which.OTHERS;
        }
    }

    /** Which children of the figures on the landing page. */
    public enum Which {
        ELIGIBLE(State.By.values()),
        COVERED(State.By.FAMILY, State.By.AREA_DUTY),
        FAMILY(State.By.FAMILY),
        AREA_DUTY(State.By.AREA_DUTY),
        NOBODY(State.By.NOBODY),
        /** On file, but nothing is owed to them on the day. */
        OTHERS();

        private final List<State.By> by;

        Which(State.By... by) {
            this.by = Arrays.asList(by);
        }

        public List<State.By> by() {
            return this.by;
        }
    }

    /** Girls of eight and over, and those who soon will be [JB-24]. */
    public enum Girls {
        ALL("s.girl"),
        WITH_FEMALE_CADRE("s.girl AND s.female_cadre"),
        WITHOUT_FEMALE_CADRE("s.girl AND NOT s.female_cadre"),
        TURNING_EIGHT("s.turning_eight");

        private final String sql;

        Girls(String sql) {
            this.sql = sql;
        }

        /** A condition; never anything that came from outside. */
        public String sql() {
            return this.sql;
        }
    }

    /** The order of the list; who waits longest comes first unless asked otherwise. */
    public enum Sort {
        WAITING("s.waiting_since IS NULL, s.waiting_since"),
        NAME("c.pinyin"),
        YOUNGEST("c.birth_on DESC"),
        OLDEST("c.birth_on"),
        VILLAGE("c.village_code");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        /** What stands after ORDER BY; never anything that came from outside. */
        public String sql() {
            return this.sql;
        }
    }

    /** A pairing category that holds, and the clause by which it does. */
    public record Holding(String category, String clause) {}

    /** An adult around a child, unmasked; whoever shows it masks it first. */
    public record Contact(
            String relation, String name, @Nullable String phone, boolean carer) {}

    /**
     * A child and how it stands.
     *
     * @param categories the pairing categories that hold; empty when nothing is owed
     * @param coveredBy who covers the child; null when nothing is owed
     * @param formerCadreName whose family had the child before
     * @param siblings how many other children of its household are owed a helper
     * @param waitingDays for how many days nobody has had the child; null when somebody has
     */
    public record Row(
            ChildId id,
            String name,
            Sex sex,
            LocalDate birthOn,
            DivisionCode village,
            List<Holding> categories,
            State.@Nullable By coveredBy,
            State.@Nullable Reason reason,
            @Nullable String cadreName,
            @Nullable String formerCadreName,
            int siblings,
            @Nullable Long waitingDays) {}
}
