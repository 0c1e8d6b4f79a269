package org.tongxing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.contract.VisitContent.ChildFinding;
import org.tongxing.contract.VisitContent.DifficultyKind;
import org.tongxing.contract.VisitContent.DifficultyRequest;
import org.tongxing.contract.VisitContent.Place;
import org.tongxing.contract.VisitContent.SafetyCheck;
import org.tongxing.contract.VisitContent.SafetyFinding;
import org.tongxing.contract.VisitContent.SafetyItem;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.visit.Difficulties.Author;
import org.tongxing.visit.Nearness.Standing;
import org.tongxing.visit.VisitWriter.NewChild;
import org.tongxing.visit.VisitWriter.NewPromise;
import org.tongxing.visit.VisitWriter.NewSafety;

/** Everything that belongs to a visit beside its row: children, safety, ledger, promises, difficulties, needs. */
@Component
@RequiredArgsConstructor
class VisitParts {

    private static final Map<SafetyItem, String> ITEMS = Map.of(
            SafetyItem.ELECTRICITY, "用电",
            SafetyItem.GAS, "用气",
            SafetyItem.WATER, "用水",
            SafetyItem.FIRE, "防火",
            SafetyItem.FOOD, "吃的",
            SafetyItem.WATER_HAZARDS, "附近的水");

    private final VisitWriter writer;
    private final LedgerNotes ledger;
    private final Difficulties difficulties;
    private final NeedsFound board;
    private final Vault vault;

    VisitWriter.Sealed seal(Report report) {
        Place place = report.place();
        return new VisitWriter.Sealed(
                this.vault.seal(report.note()),
                NotePrint.of(report.note(), this.vault),
                this.vault.seal(report.missedWords()),
                this.vault.seal(
                        report.neglect() == null ? null : report.neglect().words()),
                this.vault.seal(place == null ? null : GeoPoint.text(place)));
    }

    /** Adds them, and answers what could not be written into the ledger. */
    List<ChildFinding> add(VisitWriter.NewVisit written, long account, Standing standing, Report report) {
        long visit = written.getId();
        this.writer.addChildren(
                written,
                report.children().stream()
                        .map(child -> new NewChild(child.value(), Report.name(report.conditionOf(child))))
                        .toList());
        if (!report.safety().isEmpty()) {
            this.writer.addSafety(
                    visit, report.safety().stream().map(this::sealed).toList());
        }
        if (!report.promises().isEmpty()) {
            this.writer.addPromises(
                    visit,
                    report.promises().stream()
                            .map(promise -> new NewPromise(
                                    Objects.requireNonNull(this.vault.seal(promise.words())), promise.dueOn()))
                            .toList());
        }
        if (!report.keptPromises().isEmpty()) {
            keep(visit, account, standing, report);
        }
        this.difficulties.open(
                visit, report.visitedOn(), report.childIds(), found(report), Author.phone(account, standing.name()));
        this.board.found(visit, account, report.needs());
        return this.ledger.write(visit, account, report.findings());
    }

    private void keep(long visit, long account, Standing standing, Report report) {
        this.writer.keepPromises(
                report.keptPromises(),
                standing.as().name(),
                standing.family() == null ? 0 : standing.family().value(),
                report.childIds(),
                report.visitedOn(),
                visit,
                account);
    }

    /** What is to be followed: what was named, the one sentence, and every hazard that was reported and not removed. */
    @Clause("SG-15")
    @Clause("JS-18")
    @Clause("SV-24")
    private static List<Difficulties.Found> found(Report report) {
        List<Difficulties.Found> found = new ArrayList<>();
        for (DifficultyRequest one : report.difficulties()) {
            found.add(new Difficulties.Found(one.kind(), one.words(), one.who(), one.until()));
        }
        if (report.difficulty() != null && !report.difficulty().isBlank()) {
            found.add(new Difficulties.Found(null, report.difficulty(), null, null));
        }
        for (SafetyCheck check : report.safety()) {
            if (check.finding() == SafetyFinding.REPORTED) {
                found.add(new Difficulties.Found(DifficultyKind.SAFETY, hazard(check), null, null));
            }
        }
        return found;
    }

    private static String hazard(SafetyCheck check) {
        String item = ITEMS.get(check.item()) + "有隐患，当场除不掉";
        return check.words() == null || check.words().isBlank() ? item : item + "：" + check.words();
    }

    private NewSafety sealed(SafetyCheck check) {
        return new NewSafety(check.item().name(), check.finding().name(), this.vault.seal(check.words()));
    }
}
