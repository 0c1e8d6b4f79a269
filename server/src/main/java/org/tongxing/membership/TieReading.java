package org.tongxing.membership;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Access;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.membership.PhoneAccounts.Anew;
import org.tongxing.membership.Tie.Source;
import org.tongxing.membership.Tie.Warning;

/** Reads a row as a tie, with what to look at twice. */
final class TieReading {

    private TieReading() {}

    static Tie tie(TieDeskMapper.Row row, @Nullable String onFile, @Nullable String verified, Set<Warning> warnings) {
        return new Tie(
                row.id(),
                TieKind.valueOf(row.kind()),
                TieState.valueOf(row.state()),
                Source.valueOf(row.source()),
                row.displayName(),
                row.relation(),
                row.access() == null ? null : Access.valueOf(row.access()),
                row.unitName(),
                row.childId(),
                row.childName(),
                row.divisionName() == null ? row.divisionCode() : row.divisionName(),
                onFile,
                verified,
                warnings,
                row.requestedAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.endedBy(),
                row.endedAt(),
                row.endReason());
    }

    /** @param holders how many different people are on file with a number */
    static Set<Warning> warnings(TieDeskMapper.Row row, Map<String, Long> holders) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (row.access() != null && Access.valueOf(row.access()) != Access.OPEN) {
            warnings.add(Warning.KEPT_AWAY);
        }
        if (row.familyState() != null && !row.familyState().equals("CONFIRMED")) {
            warnings.add(Warning.FAMILY_LEFT);
        }
        addAboutNumber(warnings, row, holders);
        if (row.others() > 0) {
            warnings.add(Warning.ANOTHER_PHONE);
        }
        if (row.refusals() > 0) {
            warnings.add(Warning.REFUSED_BEFORE);
        }
        if (row.anew() != null) {
            warnings.add(Anew.valueOf(row.anew()) == Anew.LONG_AWAY ? Warning.LONG_AWAY : Warning.NUMBER_CHANGED);
        }
        return warnings;
    }

    private static void addAboutNumber(Set<Warning> warnings, TieDeskMapper.Row row, Map<String, Long> holders) {
        String own = row.ownDigest();
        if (own == null) {
            warnings.add(Warning.NOT_VERIFIED);
            return;
        }
        if (holders.getOrDefault(own, 0L) > 1) {
            warnings.add(Warning.NUMBER_OF_TWO);
        }
        boolean onFile = row.adultId() != null || row.familyId() != null || row.accountId() != null;
        if (onFile && row.fileDigest() == null) {
            warnings.add(Warning.NUMBER_NOT_ON_FILE);
        } else if (onFile && !own.equals(row.fileDigest())) {
            warnings.add(Warning.NUMBER_DIFFERS);
        }
    }
}
