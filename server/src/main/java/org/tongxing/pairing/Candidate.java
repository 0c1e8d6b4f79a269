package org.tongxing.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.CaseFile;
import org.tongxing.helper.CadreFamily;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Finding;

/** A family judged for one child: its score in parts [JB-27], and what the rules say. */
public record Candidate(
        long familyId,
        String familyName,
        String cadreName,
        Sex sex,
        String unitName,
        int load,
        int capacity,
        @Nullable String linkedVillage,
        int score,
        List<ScorePart> parts,
        List<Finding> findings,
        Verdict verdict)
        implements Comparable<Candidate> {

    private static final int FEMALE = 30;
    private static final int LINKED = 40;
    private static final int ROOM = 30;
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::verdict)
            .thenComparing(Comparator.comparingInt(Candidate::score).reversed())
            .thenComparingLong(Candidate::familyId);

    static Candidate of(CadreFamily family, CaseFile child, int load, List<Finding> findings) {
        List<ScorePart> parts = new ArrayList<>();
        if (child.sex() == Sex.FEMALE) {
            parts.add(new ScorePart("FEMALE_CADRE", "女干部", family.cadreSex() == Sex.FEMALE ? FEMALE : 0, FEMALE));
        }
        boolean linked = family.linkedVillages().contains(child.village());
        parts.add(new ScorePart("LINKED_VILLAGE", "联系村", linked ? LINKED : 0, LINKED));
        int room = Math.max(0, family.capacity() - load);
        parts.add(new ScorePart("ROOM", "有名额", family.capacity() == 0 ? 0 : ROOM * room / family.capacity(), ROOM));
        int max = parts.stream().mapToInt(ScorePart::max).sum();
        int points = parts.stream().mapToInt(ScorePart::points).sum();
        return new Candidate(
                family.id().value(),
                family.familyName(),
                family.cadreName(),
                family.cadreSex(),
                family.unitName(),
                load,
                family.capacity(),
                family.linkedVillage() == null ? null : family.linkedVillage().value(),
                100 * points / max,
                parts,
                findings,
                judge(findings));
    }

    private static Verdict judge(List<Finding> findings) {
        if (findings.stream().anyMatch(Constraints::blocks)) {
            return Verdict.BLOCKED;
        }
        return findings.stream().anyMatch(Constraints::needsWaiver) ? Verdict.WITH_REASON : Verdict.SUITABLE;
    }

    @Override
    public int compareTo(Candidate other) {
        return BEST_FIRST.compare(this, other);
    }

    /** One part of the score, out of how much. */
    public record ScorePart(String code, String label, int points, int max) {}

    /** Whether the family can be chosen. */
    public enum Verdict {
        SUITABLE,
        WITH_REASON,
        BLOCKED
    }
}
