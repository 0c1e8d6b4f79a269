package org.tongxing.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.NewChild;
import org.tongxing.crypto.Vault;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;
import tools.jackson.databind.json.JsonMapper;

/** Judges the rows of one workbook and writes them down, sealed, in chunks. Nothing is registered yet. */
@Component
@RequiredArgsConstructor
class Staging {

    private static final int CHUNK = 500;

    private final RosterMapper mapper;
    private final Children children;
    private final Divisions divisions;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    /** Stages a workbook's rows and answers how many there were. */
    int stage(long importId, java.nio.file.Path file, DivisionCode township) {
        Map<String, DivisionCode> villages = this.divisions.children(township).stream()
                .collect(Collectors.toMap(Division::name, Division::code, (first, second) -> first));
        Judge judge = new Judge(importId, township, villages, LocalDate.now(this.clock));
        List<RosterMapper.StagedRow> chunk = new ArrayList<>();
        int[] count = {0};
        WorkbookReader.read(file, row -> {
            chunk.add(judge.judge(row));
            count[0]++;
            if (chunk.size() == CHUNK) {
                this.mapper.stage(List.copyOf(chunk));
                chunk.clear();
            }
        });
        if (!chunk.isEmpty()) {
            this.mapper.stage(chunk);
        }
        return count[0];
    }

    /** Remembers the children of this file, so that nobody is in it twice. */
    @RequiredArgsConstructor
    private final class Judge {

        private final long importId;
        private final DivisionCode township;
        private final Map<String, DivisionCode> villages;
        private final LocalDate today;
        private final Map<String, Integer> seen = new HashMap<>();

        RosterMapper.StagedRow judge(RawRow row) {
            if (row.families()) {
                FamilyRowCheck.Checked checked = FamilyRowCheck.check(row, this.township, this.villages, this.today);
                return staged(row, checked.verdict(), checked.family(), checked.problems(), null);
            }
            ChildRowCheck.Checked checked = ChildRowCheck.check(row, this.villages, this.today);
            String identity = identity(row);
            NewChild child = checked.child();
            if (child == null) {
                return staged(row, Verdict.REFUSED, null, checked.problems(), identity);
            }
            Integer earlier = this.seen.putIfAbsent(key(child), row.number());
            if (earlier != null) {
                return refused(row, identity, "DUPLICATE_IN_FILE", "和第 " + earlier + " 行是同一个孩子");
            }
            if (Staging.this.children.onFile(child).isPresent()) {
                List<RowProblem> known = new ArrayList<>(checked.problems());
                known.add(new RowProblem(Field.NAME.name(), "ON_FILE", "这孩子已经登记过，不会再登记一次", null));
                return staged(row, Verdict.NOTED, null, known, identity);
            }
            return staged(row, checked.verdict(), child, checked.problems(), identity);
        }

        private RosterMapper.StagedRow refused(RawRow row, @Nullable String identity, String code, String text) {
            return staged(
                    row, Verdict.REFUSED, null, List.of(new RowProblem(Field.NAME.name(), code, text, null)), identity);
        }

        private RosterMapper.StagedRow staged(
                RawRow row,
                Verdict verdict,
                @Nullable Object entry,
                List<RowProblem> problems,
                @Nullable String identity) {
            return new RosterMapper.StagedRow(
                    this.importId,
                    row.sheet(),
                    row.number(),
                    entry instanceof NewFamily || row.families() ? "FAMILIES" : "CHILDREN",
                    verdict.name(),
                    String.valueOf(Staging.this.vault.seal(Staging.this.json.writeValueAsString(row.cells()))),
                    entry == null ? null : Staging.this.vault.seal(Staging.this.json.writeValueAsString(entry)),
                    Staging.this.json.writeValueAsString(problems),
                    Staging.this.vault.digest(identity));
        }

        /** A corrected row settles the refused one by name and address, which a slip in the number does not change. */
        private static String identity(RawRow row) {
            return Texts.name(row.cell(Field.NAME)) + "|" + Texts.tight(row.cell(Field.ADDRESS));
        }

        private static String key(NewChild child) {
            return child.idNumber() != null
                    ? child.idNumber()
                    : child.name() + child.birthOn() + child.village().value();
        }
    }
}
