package org.tongxing.helper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.UnitId;
import org.tongxing.problem.Refusal;

/** Finds the families that help. */
@Service
@Transactional
@RequiredArgsConstructor
public class Helpers {

    private final HelperMapper mapper;
    private final FamilyReader reader;
    private final Vault vault;

    /** The families of a division that units have confirmed. */
    @Transactional(readOnly = true)
    public List<CadreFamily> confirmed(Scope scope) {
        return this.reader.families(this.mapper.confirmed(scope), scope);
    }

    /** Every family of a division, those that left or wait among them. */
    @Transactional(readOnly = true)
    public List<CadreFamily> all(Scope scope) {
        return this.reader.families(this.mapper.all(scope), scope);
    }

    @Transactional(readOnly = true)
    public CadreFamily get(Scope scope, FamilyId id) {
        return find(scope, id).orElseThrow(() -> Refusal.notFound("family", id.value()));
    }

    /** A family by id, if it is in scope. */
    @Transactional(readOnly = true)
    public Optional<CadreFamily> find(Scope scope, FamilyId id) {
        return Optional.ofNullable(this.mapper.find(scope, id.value())).map(this.reader::family);
    }

    /** The families with these ids that are in scope, in a number of queries that does not grow with them. */
    @Transactional(readOnly = true)
    public Map<FamilyId, CadreFamily> byId(Scope scope, Collection<FamilyId> families) {
        return families.isEmpty()
                ? Map.of()
                : this.reader
                        .families(this.mapper.byId(
                                scope, families.stream().map(FamilyId::value).toList()))
                        .stream()
                        .collect(Collectors.toMap(CadreFamily::id, Function.identity()));
    }

    /** The families on file with this verified phone. */
    @Transactional(readOnly = true)
    public List<CadreFamily> withPhone(String phone) {
        return this.reader.families(this.mapper.withPhone(Objects.requireNonNull(this.vault.digest(phone))));
    }

    /** What many families are called that are in scope or have a child of it, in one query. */
    @Transactional(readOnly = true)
    public Map<FamilyId, Named> named(Scope scope, Collection<FamilyId> families) {
        return families.isEmpty()
                ? Map.of()
                : this.mapper
                        .named(scope, families.stream().map(FamilyId::value).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                row -> new FamilyId(row.id()),
                                row -> new Named(row.cadreName(), new UnitId(row.unitId()), row.unitName())));
    }

    /** A family by its cadre and unit. */
    public record Named(String cadreName, UnitId unit, String unitName) {

        /** How the family is called on screens: 蒋家. */
        public String familyName() {
            return this.cadreName.substring(0, this.cadreName.offsetByCodePoints(0, 1)) + "家";
        }
    }
}
