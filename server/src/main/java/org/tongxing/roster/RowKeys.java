package org.tongxing.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.IdNumber;
import org.tongxing.roster.reading.Dates;
import org.tongxing.roster.reading.IdCell;
import org.tongxing.roster.reading.RawRow;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Texts;

/**
 * By what a corrected row is known to be the row that was refused before: whichever cell was wrong, the others say whose
 * row it is. Fingerprints only, each with a letter for its kind, joined by blanks.
 */
@Component
@RequiredArgsConstructor
class RowKeys {

    private static final char NUMBER = 'N';
    private static final String CERTAIN = "PW";

    private final Vault vault;

    /** All fingerprints of a row; compared within a township only, they hold no place that a merger could take away. */
    String of(RawRow row) {
        Map<Character, String> parts = row.sheet().kind() == SheetKind.FAMILIES ? family(row) : child(row);
        parts.put(
                'W',
                new TreeMap<>(row.cells())
                        .entrySet().stream()
                                .map(cell -> cell.getKey() + "="
                                        + Texts.tight(cell.getValue().text()))
                                .collect(Collectors.joining("|")));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + this.vault.digest(part.getKey() + "|" + part.getValue()))
                .collect(Collectors.joining(" "));
    }

    /**
     * The fingerprints by which a later row settles this refused one.
     *
     * @param contradicted the row was refused because another row or file says almost the same of somebody: then a name
     *     with a birthday or an address may be that other child's, and only name and number together, or the very row, tell
     */
    static List<String> own(String keys, boolean contradicted) {
        List<String> all = all(keys);
        if (contradicted) {
            return all.stream()
                    .filter(key -> CERTAIN.indexOf(key.charAt(0)) >= 0)
                    .toList();
        }
        // A number alone is not enough where there is a name: one child's number copied to another's row is a refusal.
        boolean nameless = all.stream().noneMatch(key -> "PHBF".indexOf(key.charAt(0)) >= 0);
        return all.stream().filter(key -> nameless || key.charAt(0) != NUMBER).toList();
    }

    static List<String> all(String keys) {
        return List.of(keys.split(" "));
    }

    private static Map<Character, String> child(RawRow row) {
        Map<Character, String> parts = new TreeMap<>();
        String name = Texts.name(row.cell(RosterField.NAME).text());
        IdNumber number = IdCell.read(row.cell(RosterField.ID_NUMBER)).number();
        if (number != null) {
            parts.put(NUMBER, number.value());
        }
        if (name.isEmpty()) {
            return parts;
        }
        if (number != null) {
            parts.put('P', name + "|" + number.value());
        }
        String address = Texts.tight(row.cell(RosterField.ADDRESS).text());
        if (!address.isEmpty()) {
            parts.put('H', name + "|" + address);
        }
        List<String> birth = new ArrayList<>();
        birth.add(name);
        birth.add(String.valueOf(Dates.read(row.cell(RosterField.BIRTH_ON)).day()));
        birth.add(Texts.tight(row.cell(RosterField.VILLAGE).text()));
        parts.put('B', String.join("|", birth));
        return parts;
    }

    private static Map<Character, String> family(RawRow row) {
        Map<Character, String> parts = new TreeMap<>();
        String name = Texts.name(row.cell(RosterField.CADRE).text());
        String unit = Texts.tight(row.cell(RosterField.UNIT).text());
        String phone = Texts.tight(row.cell(RosterField.PHONE).text());
        if (!name.isEmpty() && !unit.isEmpty()) {
            parts.put('F', name + "|" + unit);
        }
        if (!name.isEmpty() && !phone.isEmpty()) {
            parts.put('P', name + "|" + phone);
        }
        return parts;
    }
}
