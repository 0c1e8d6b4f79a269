package org.tongxing.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tongxing.child.NewChild;
import org.tongxing.child.Newcomers;
import org.tongxing.helper.FamilyIntake;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.FamilyEntry;
import org.tongxing.roster.reading.KnownPeople;

/** Asks the registers who is on file. */
@RequiredArgsConstructor
final class OnFile implements KnownPeople {

    private final Newcomers newcomers;
    private final FamilyIntake intake;
    private final DivisionCode township;
    private final LocalDate today;

    @Override
    public Map<ChildEntry, Match> children(List<ChildEntry> children) {
        List<NewChild> asked =
                children.stream().map(child -> Entries.child(child, this.today)).toList();
        List<Newcomers.OnFile> answers = this.newcomers.onFile(asked);
        Map<ChildEntry, Match> matches = new HashMap<>();
        for (int i = 0; i < children.size(); i++) {
            if (answers.get(i) != Newcomers.OnFile.NO) {
                matches.put(children.get(i), Match.valueOf(answers.get(i).name()));
            }
        }
        return matches;
    }

    @Override
    public Set<FamilyEntry> families(List<FamilyEntry> families) {
        List<NewFamily> asked = families.stream()
                .map(family -> Entries.family(family, this.township, 0, this.today))
                .toList();
        Set<NewFamily> known = this.intake.onFile(this.township, asked);
        Set<FamilyEntry> matches = new HashSet<>();
        for (int i = 0; i < families.size(); i++) {
            if (known.contains(asked.get(i))) {
                matches.add(families.get(i));
            }
        }
        return matches;
    }
}
