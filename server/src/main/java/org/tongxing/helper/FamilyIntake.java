package org.tongxing.helper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.DivisionCode;

/** Enters the families of a roster, many at a time, each with its unit and the unit's linked village. */
@Service
@Transactional
@RequiredArgsConstructor
public class FamilyIntake {

    private final FamilyIntakeMapper mapper;
    private final LocalSettings settings;
    private final Vault vault;

    /** How many children a family of this place takes when nobody has said. */
    @Transactional(readOnly = true)
    public int usualCapacity(DivisionCode division) {
        return this.settings.value(division, LocalSetting.FAMILY_CAPACITY);
    }

    /** Which of these families of one division are on file. */
    @Transactional(readOnly = true)
    public Set<NewFamily> onFile(DivisionCode division, List<NewFamily> families) {
        if (families.isEmpty()) {
            return Set.of();
        }
        Map<String, List<FamilyIntakeMapper.KnownRow>> known = this.mapper
                .known(
                        division.value(),
                        families.stream().map(NewFamily::cadreName).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(FamilyIntakeMapper.KnownRow::cadreName));
        return families.stream()
                .filter(family -> known.getOrDefault(family.cadreName(), List.of()).stream()
                        .anyMatch(row -> same(row, family)))
                .collect(Collectors.toSet());
    }

    /**
     * Enters families of one division; those on file are left as they are.
     *
     * @param importId the import they come from; families of a roster are checked later, within the local time allowed
     */
    public void enter(DivisionCode division, List<NewFamily> families, @Nullable Long importId) {
        Set<NewFamily> known = onFile(division, families);
        List<NewFamily> fresh = families.stream()
                .filter(family -> !known.contains(family))
                .distinct()
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, Long> units = units(division, fresh);
        Set<FamilyIntakeMapper.LinkInsert> links = new HashSet<>();
        List<FamilyIntakeMapper.FamilyInsert> rows = new ArrayList<>();
        int grace = this.settings.value(division, LocalSetting.SCREENING_GRACE_DAYS);
        for (NewFamily family : fresh) {
            long unit = Objects.requireNonNull(units.get(family.unitName()));
            DivisionCode village = family.linkedVillage();
            if (village != null) {
                links.add(new FamilyIntakeMapper.LinkInsert(unit, village.value(), family.joinedOn()));
            }
            LocalDate due = importId == null ? null : family.joinedOn().plusDays(grace);
            rows.add(new FamilyIntakeMapper.FamilyInsert(
                    unit,
                    family,
                    village == null ? null : village.value(),
                    this.vault.seal(family.phone()),
                    this.vault.digest(family.phone()),
                    due,
                    importId));
        }
        if (!links.isEmpty()) {
            this.mapper.link(links);
        }
        this.mapper.insert(rows);
    }

    private Map<String, Long> units(DivisionCode division, List<NewFamily> families) {
        Set<String> names = families.stream().map(NewFamily::unitName).collect(Collectors.toSet());
        this.mapper.putUnits(division.value(), names);
        Map<String, Long> ids = new HashMap<>();
        this.mapper.units(division.value(), names).forEach(row -> ids.put(row.name(), row.id()));
        // Names that differ in case only are one unit to the database.
        names.forEach(name -> ids.computeIfAbsent(name, one -> this.mapper.unitId(division.value(), one)));
        return ids;
    }

    /** The same phone, or, where one of the two has none, the same unit. */
    private boolean same(FamilyIntakeMapper.KnownRow row, NewFamily family) {
        String digest = this.vault.digest(family.phone());
        return digest != null && row.phoneDigest() != null
                ? digest.equals(row.phoneDigest())
                : row.unitName().equals(family.unitName());
    }
}
