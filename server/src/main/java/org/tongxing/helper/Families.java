package org.tongxing.helper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.account.Accounts;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.UnitId;
import org.tongxing.problem.Refusal;

/** Families come, are confirmed by their unit, are checked every year, move, leave and come back. */
@Service
@Transactional
@RequiredArgsConstructor
public class Families {

    private static final int LARGEST_CAPACITY = 20;

    private final FamilyMapper mapper;
    private final Helpers helpers;
    private final Units units;
    private final LocalSettings settings;
    private final Accounts accounts;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Enters a family's application; it helps nobody until its unit confirms it. */
    @Clause("JB-30")
    public FamilyId apply(Caller caller, FamilyApplication wanted) {
        mayEnter(caller);
        Units.Unit unit = this.units.active(caller.scope(), wanted.unit());
        DivisionCode village = wanted.linkedVillage();
        if (village != null) {
            caller.scope().within(village);
        }
        int capacity = wanted.capacity() == null
                ? this.settings.value(unit.division(), LocalSetting.FAMILY_CAPACITY)
                : wanted.capacity();
        FamilyMapper.Applied row = new FamilyMapper.Applied(
                wanted,
                unit.division().value(),
                this.vault.seal(wanted.phone()),
                this.vault.digest(wanted.phone()),
                capacity,
                today(),
                caller.accountId());
        this.mapper.insert(row);
        this.mapper.putAdult(row.getId(), wanted.cadreName(), "本人");
        wanted.adults().forEach(adult -> this.mapper.putAdult(row.getId(), adult.name(), adult.relation()));
        FamilyId id = new FamilyId(row.getId());
        move(caller, id, FamilyMove.Kind.APPLIED, today(), null);
        return id;
    }

    /** The unit says that the family may help; the liaison does, or an administrator where the unit has none. */
    @Clause("JB-30")
    public void confirm(Caller caller, FamilyId id) {
        FamilyMapper.Standing standing = decide(caller, id);
        this.mapper.stand(standing.id(), FamilyState.CONFIRMED.name(), today(), null);
        move(caller, id, FamilyMove.Kind.CONFIRMED, today(), null);
    }

    /** The unit says no. */
    @Clause("JB-30")
    public void refuse(Caller caller, FamilyId id, String reason) {
        FamilyMapper.Standing standing = decide(caller, id);
        this.mapper.stand(standing.id(), FamilyState.REFUSED.name(), standing.joinedOn(), null);
        move(caller, id, FamilyMove.Kind.REFUSED, today(), reason);
    }

    /** A family leaves; its children are let go in the same step. Not in the future: until then it still helps. */
    @Clause("JB-31")
    public void leave(Caller caller, FamilyId id, LocalDate on, String reason) {
        mayArrange(caller);
        FamilyMapper.Standing standing = lock(caller, id, FamilyState.CONFIRMED);
        if (on.isAfter(today()) || on.isBefore(standing.joinedOn())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.stand(standing.id(), FamilyState.LEFT.name(), standing.joinedOn(), on);
        move(caller, id, FamilyMove.Kind.LEFT, on, reason);
        this.events.publishEvent(new FamilyLeft(id, on, caller.accountId()));
    }

    /** A family is back; it gets no child by itself, people decide that. */
    @Clause("JB-31")
    public void comeBack(Caller caller, FamilyId id, LocalDate on) {
        mayArrange(caller);
        FamilyMapper.Standing standing = lock(caller, id, FamilyState.LEFT);
        if (on.isAfter(today()) || (standing.leftOn() != null && on.isBefore(standing.leftOn()))) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.stand(standing.id(), FamilyState.CONFIRMED.name(), standing.joinedOn(), null);
        move(caller, id, FamilyMove.Kind.RETURNED, on, null);
    }

    /** The cadre goes to another unit and keeps the children; the re-check sees what no longer fits. */
    @Clause("JB-31")
    public void transfer(Caller caller, FamilyId id, UnitId to, @Nullable DivisionCode linkedVillage, LocalDate on) {
        mayArrange(caller);
        CadreFamily before = this.helpers.get(caller.scope(), id);
        lock(caller, id, FamilyState.CONFIRMED);
        Units.Unit unit = this.units.active(caller.scope(), to);
        if (linkedVillage != null) {
            caller.scope().within(linkedVillage);
        }
        this.mapper.transfer(id.value(), to.value(), linkedVillage == null ? null : linkedVillage.value());
        move(caller, id, FamilyMove.Kind.TRANSFERRED, on, before.unitName() + " → " + unit.name());
    }

    /** How many children the family takes. */
    public void resize(Caller caller, FamilyId id, int capacity) {
        mayArrange(caller);
        CadreFamily before = this.helpers.get(caller.scope(), id);
        if (capacity < 0 || capacity > LARGEST_CAPACITY) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.resize(id.value(), capacity);
        move(caller, id, FamilyMove.Kind.CAPACITY, today(), before.capacity() + " → " + capacity);
    }

    /** Lists an adult who will visit; he or she has to be checked before the next pairing. */
    public void list(Caller caller, FamilyId id, FamilyApplication.Adult adult) {
        mayEnter(caller);
        this.helpers.get(caller.scope(), id);
        this.mapper.putAdult(id.value(), adult.name(), adult.relation());
    }

    /** Records the date and result of an adult's yearly check. */
    public void screen(Caller caller, FamilyId id, long adult, LocalDate on, FamilyAdult.Result result) {
        mayEnter(caller);
        this.helpers.get(caller.scope(), id);
        if (on.isAfter(today())) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        if (this.mapper.screen(id.value(), adult, on, result.name(), caller.accountId(), now()) != 1) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        move(caller, id, FamilyMove.Kind.SCREENED, on, null);
    }

    @Transactional(readOnly = true)
    public List<FamilyAdult> adults(Scope scope, FamilyId id) {
        this.helpers.get(scope, id);
        return this.mapper.adults(scope, id.value());
    }

    /** What happened to a family, the latest first. */
    @Transactional(readOnly = true)
    public List<FamilyMove> history(Scope scope, FamilyId id) {
        this.helpers.get(scope, id);
        return this.mapper.moves(scope, id.value());
    }

    private FamilyMapper.Standing decide(Caller caller, FamilyId id) {
        CadreFamily family = this.helpers.get(caller.scope(), id);
        boolean liaison = caller.role() == Role.UNIT_LIAISON;
        if (!liaison && !(caller.role().arranges() && !this.accounts.hasLiaison(family.unit()))) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        FamilyMapper.Standing standing = lock(caller, id, FamilyState.APPLIED);
        if (standing.appliedBy() != null && standing.appliedBy() == caller.accountId()) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
        return standing;
    }

    private FamilyMapper.Standing lock(Caller caller, FamilyId id, FamilyState wanted) {
        this.helpers.get(caller.scope(), id);
        FamilyMapper.Standing standing = this.mapper.lock(caller.scope(), id.value());
        if (standing == null) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        if (!standing.state().equals(wanted.name())) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        return standing;
    }

    private void move(Caller caller, FamilyId id, FamilyMove.Kind kind, LocalDate on, @Nullable String detail) {
        this.mapper.move(id.value(), new FamilyMove(kind, on, detail, now()), caller.accountId());
        this.helpers
                .find(Scope.everywhere(), id)
                .ifPresent(family -> this.events.publishEvent(
                        new FamilyChanged(id, family.division().value())));
    }

    private static void mayEnter(Caller caller) {
        if (!caller.role().arranges() && caller.role() != Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private static void mayArrange(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
