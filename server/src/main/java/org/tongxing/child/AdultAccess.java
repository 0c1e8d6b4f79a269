package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.problem.Refusal;

/** Keeps adults away from a child, with a reason, and lets them come back, with a reason. Every decision stays on file. */
@Service
@Transactional
@RequiredArgsConstructor
public class AdultAccess {

    private final AdultAccessMapper mapper;
    private final Children children;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The adults around a child of the scope, those who look after it at home first. */
    @Transactional(readOnly = true)
    public List<AroundChild> around(Scope scope, ChildId child) {
        this.children.get(scope, child);
        return find(scope, child);
    }

    /** The same, and none for a child outside the scope. */
    @Transactional(readOnly = true)
    public List<AroundChild> find(Scope scope, ChildId child) {
        return this.mapper.around(scope, child.value()).stream()
                .map(this::adult)
                .toList();
    }

    /** One adult around a child of the scope. */
    @Transactional(readOnly = true)
    public Optional<AroundChild> find(Scope scope, long adult) {
        return Optional.ofNullable(this.mapper.find(scope, adult)).map(this::adult);
    }

    /** The same adult around other children of the scope: the same number, or the same name in the same household. */
    @Transactional(readOnly = true)
    public List<AroundChild> alike(Scope scope, long adult) {
        return this.mapper.alike(scope, adult).stream().map(this::adult).toList();
    }

    /**
     * Decides what an adult may have to do with a child. A child director may call for caution; taking it back, and what a
     * court has decided, is for the township.
     *
     * @param everywhere also for the other children this adult is on file with, as far as the scope reaches
     * @return the children it holds for
     */
    public List<ChildId> decide(
            Caller caller, ChildId child, long adult, Access access, String reason, boolean everywhere) {
        if (!caller.role().arranges() && !(caller.role() == Role.CHILD_DIRECTOR && access == Access.SUSPECTED)) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        AroundChild first = around(caller.scope(), child).stream()
                .filter(one -> one.adultId() == adult)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("adult", adult));
        if (caller.role() == Role.CHILD_DIRECTOR && first.access() != Access.OPEN) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        List<AroundChild> all = new ArrayList<>(List.of(first));
        if (everywhere) {
            all.addAll(alike(caller.scope(), adult));
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        String sealed = Objects.requireNonNull(this.vault.seal(reason));
        for (AroundChild one : all) {
            this.mapper.set(one.adultId(), access.name());
            this.mapper.note(one.adultId(), one.child().value(), access.name(), sealed, caller.accountId(), now);
            this.events.publishEvent(
                    new AdultAccessChanged(one.adultId(), one.child().value(), access));
        }
        return all.stream().map(AroundChild::child).toList();
    }

    private AroundChild adult(AdultAccessMapper.Row row) {
        return new AroundChild(
                row.id(),
                new ChildId(row.childId()),
                new DivisionCode(row.villageCode()),
                row.relation(),
                row.name(),
                this.vault.open(row.phoneSealed()),
                row.carer(),
                Access.valueOf(row.access()),
                this.vault.open(row.reasonSealed()),
                row.changedBy(),
                row.changedAt());
    }
}
