package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/** Turns the raw rows of one file into verdicts; made anew for every file, because it remembers who was in it. */
public final class RowCheck {

    private final LocalDate today;
    private final CategoryCheck categories;
    private final KnownPeople known;
    private final List<ChildDraft.Check> children;
    private final FamilyChecks families;
    private final SeenRows seen = new SeenRows();

    public RowCheck(
            VillageNames villages, Places places, LocalDate today, CategoryCheck categories, KnownPeople known) {
        this.today = today;
        this.categories = categories;
        this.known = known;
        this.families = new FamilyChecks(villages, categories);
        // In this order: the birthday needs the ID number, the age needs both birthday and category.
        this.children = List.of(
                IdentityChecks::name,
                new PlaceCheck(villages),
                IdentityChecks::idNumber,
                IdentityChecks::birthday,
                IdentityChecks::sex,
                SituationChecks::category,
                AgeChecks::ofAge,
                SituationChecks::hukou,
                SituationChecks::parents,
                SituationChecks::away,
                new SituationChecks.WorkPlace(places),
                SituationChecks::disability,
                CarerChecks::guardian,
                CarerChecks::phone,
                Lengths::child);
    }

    /** The verdicts on rows that follow each other, given all rows before; whoever is on file is asked for once. */
    public List<CheckedRow> check(List<RawRow> rows) {
        List<Pending> pending = rows.stream().map(this::understood).toList();
        Map<ChildEntry, KnownPeople.Match> children = this.known.children(entries(pending, ChildEntry.class));
        Set<FamilyEntry> families = this.known.families(entries(pending, FamilyEntry.class));
        return pending.stream().map(row -> judged(row, children, families)).toList();
    }

    private Pending understood(RawRow row) {
        Findings findings = new Findings(row);
        if (row.sheet().kind() == SheetKind.FAMILIES) {
            FamilyEntry family = this.families.read(row, findings);
            if (family != null) {
                this.seen.family(family, row, findings);
            }
            return new Pending(findings, family, null);
        }
        ChildDraft draft = new ChildDraft(row, this.today, this.categories);
        this.children.forEach(check -> check.check(draft, findings));
        if (findings.refused()) {
            return new Pending(findings, null, draft.village);
        }
        ChildEntry child = draft.entry();
        this.seen.child(child, row, findings);
        return new Pending(findings, child, draft.village);
    }

    private CheckedRow judged(Pending row, Map<ChildEntry, KnownPeople.Match> children, Set<FamilyEntry> families) {
        Findings findings = row.findings();
        if (!findings.refused() && row.entry() instanceof FamilyEntry family && families.contains(family)) {
            findings.add(RosterField.CADRE, Cause.ON_FILE, "这一家已经登记过，不会再登记一次");
        }
        if (!findings.refused() && row.entry() instanceof ChildEntry child) {
            KnownPeople.Match match = children.get(child);
            if (match != null) {
                onFile(match, findings);
            }
            if (!findings.refused() && !findings.has(Cause.OF_AGE)) {
                rules(child, findings);
            }
        }
        return findings.checked(row.entry(), row.village());
    }

    private void rules(ChildEntry child, Findings findings) {
        this.categories
                .objections(child)
                .forEach(objection -> findings.add(
                        RosterField.CATEGORY,
                        Cause.CATEGORY_DOES_NOT_HOLD,
                        objection.text(),
                        objection.clause(),
                        null));
        this.categories
                .needsFemaleCadreFrom(child)
                .ifPresent(birthday -> AgeChecks.comingBirthday(birthday, this.today, findings));
    }

    private static void onFile(KnownPeople.Match match, Findings findings) {
        switch (match) {
            case SAME -> findings.add(RosterField.NAME, Cause.ON_FILE, "这孩子已经登记过，不会再登记一次");
            case ELSEWHERE ->
                findings.add(RosterField.ID_NUMBER, Cause.ON_FILE_ELSEWHERE, "这孩子登记在别的乡镇，没再登记；搬来了的话，找区里转过来");
            case CONTRADICTORY -> findings.add(RosterField.ID_NUMBER, Cause.MAYBE_ON_FILE, "有个同名同生日同村的孩子，身份证号不同，先核对");
        }
    }

    private static <E extends Entry> List<E> entries(List<Pending> rows, Class<E> type) {
        List<E> entries = new ArrayList<>();
        for (Pending row : rows) {
            if (!row.findings().refused() && type.isInstance(row.entry())) {
                entries.add(type.cast(row.entry()));
            }
        }
        return entries;
    }

    /** A row as it was understood, before anybody was asked who is on file. */
    private record Pending(
            Findings findings,
            @Nullable Entry entry,
            @Nullable DivisionCode village) {}
}
