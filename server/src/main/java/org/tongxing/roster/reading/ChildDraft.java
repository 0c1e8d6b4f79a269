package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.IdNumber;
import org.tongxing.kernel.Sex;

/** What the checks have understood of a child so far; each check fills in its part and may rely on those before it. */
final class ChildDraft {

    final RawRow row;
    final LocalDate today;
    final CategoryCheck rules;
    String name = "";

    @Nullable
    IdNumber idNumber;

    @Nullable
    DivisionCode village;

    @Nullable
    LocalDate birthOn;

    @Nullable
    Sex sex;

    @Nullable
    Boolean rural;

    Set<DeclaredCategory> categories = Set.of();
    List<Disability> disabilities = List.of();

    @Nullable
    ParentSituation father;

    @Nullable
    ParentSituation mother;

    @Nullable
    LocalDate awaySince;

    @Nullable
    DivisionCode workDivision;

    @Nullable
    Relation relation;

    @Nullable
    String phone;

    ChildDraft(RawRow row, LocalDate today, CategoryCheck rules) {
        this.row = row;
        this.today = today;
        this.rules = rules;
    }

    /** The clause in force on a topic where the child lives; null where no book speaks of it. */
    @Nullable
    String clause(Topic topic) {
        return this.rules.clause(topic, this.village);
    }

    /** The child, once no check has refused it. */
    ChildEntry entry() {
        return new ChildEntry(
                this.name,
                Objects.requireNonNull(this.sex),
                Objects.requireNonNull(this.birthOn),
                this.idNumber == null ? null : this.idNumber.value(),
                this.idNumber == null ? text(RosterField.REMARK) : null,
                Objects.requireNonNull(this.village),
                this.rural,
                this.categories,
                this.disabilities,
                this.father,
                this.mother,
                tight(RosterField.WORK_PLACE),
                this.workDivision,
                this.awaySince,
                blankToNull(Lengths.clipped(
                        RosterField.GUARDIAN,
                        Texts.name(this.row.cell(RosterField.GUARDIAN).text()))),
                this.relation,
                tight(RosterField.RELATION),
                this.phone,
                tight(RosterField.ADDRESS),
                text(RosterField.SCHOOL),
                text(RosterField.GRADE),
                text(RosterField.REMARK));
    }

    private @Nullable String text(RosterField field) {
        return blankToNull(Lengths.clipped(field, this.row.trimmed(field)));
    }

    private @Nullable String tight(RosterField field) {
        return blankToNull(Lengths.clipped(field, this.row.tight(field)));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** One thing to look at in a row about a child. */
    @FunctionalInterface
    interface Check {

        void check(ChildDraft draft, Findings findings);
    }
}
