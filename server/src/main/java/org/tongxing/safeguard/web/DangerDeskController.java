package org.tongxing.safeguard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Paging;
import org.tongxing.safeguard.Danger;
import org.tongxing.safeguard.DangerDesk;
import org.tongxing.safeguard.DutyPhones;
import org.tongxing.safeguard.web.DangerViews.DangerSheet;
import org.tongxing.safeguard.web.DangerViews.DangerWatch;

/** Danger on the screens of those on duty: seen, taken up, followed, closed. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class DangerDeskController {

    private final DangerDesk desk;
    private final DangerViews views;
    private final DutyPhones phones;
    private final AuditLog audit;

    /** What waits now, and which children are in red; asked for every few seconds by every page. */
    @GetMapping("/dangers/waiting")
    DangerWatch waiting(Caller caller) {
        return this.views.watch(this.desk.watch(caller));
    }

    /** Said by a screen that shows them. */
    @PostMapping("/dangers/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void received(Caller caller, @Valid @RequestBody DangerReceipts receipts) {
        this.desk.received(caller, receipts.ids());
    }

    @GetMapping("/dangers")
    DangerPage list(
            Caller caller,
            @RequestParam String division,
            @RequestParam @Nullable DangerState state,
            @RequestParam @Nullable Long child,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        DangerDesk.Listed found = this.desk.list(
                caller, caller.scope().within(new DivisionCode(division)), state, child, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, DangerViews.children(found.rows()), null);
        return new DangerPage(this.views.of(caller.scope(), found.rows()), found.counts());
    }

    @GetMapping("/dangers/{id}")
    DangerSheet get(Caller caller, @PathVariable long id) {
        Danger danger = this.desk.get(caller, id);
        this.audit.record(caller, Deed.LISTED, "danger:" + id, DangerViews.children(List.of(danger)));
        return this.views.of(caller.scope(), danger);
    }

    @PostMapping("/dangers/{id}/acceptance")
    DangerSheet accept(Caller caller, @PathVariable long id) {
        return done(caller, Deed.CONFIRMED, this.desk.accept(caller, id));
    }

    /** What was done about it. */
    @PostMapping("/dangers/{id}/notes")
    DangerSheet note(Caller caller, @PathVariable long id, @Valid @RequestBody DangerWords note) {
        return done(caller, Deed.CHANGED, this.desk.note(caller, id, note.words()));
    }

    /** How it ended. */
    @PostMapping("/dangers/{id}/closing")
    DangerSheet close(Caller caller, @PathVariable long id, @Valid @RequestBody DangerWords outcome) {
        return done(caller, Deed.CHANGED, this.desk.close(caller, id, outcome.words()));
    }

    private DangerSheet done(Caller caller, Deed deed, Danger danger) {
        this.audit.record(caller, deed, "danger:" + danger.id(), DangerViews.children(List.of(danger)));
        return this.views.of(caller.scope(), danger);
    }

    /** Opens who reported, for a purpose that stays on record; the security administrator alone. */
    @PostMapping("/danger-reporters/{id}/opening")
    ReporterView open(Caller caller, @PathVariable long id, @Valid @RequestBody OpeningPurpose purpose) {
        DangerDesk.Reporter reporter = this.desk.reporter(caller, id);
        this.audit.record(caller, Deed.UNMASKED, "danger-reporter:" + id, purpose.purpose());
        return new ReporterView(reporter.person().names(), reporter.person().phone(), reporter.relationEnded());
    }

    /** The number in force at a place. */
    @GetMapping("/duty-phones/{division}")
    DutyPhoneSheet phone(Caller caller, @PathVariable DivisionCode division) {
        caller.scope().within(division);
        return this.phones
                .at(division)
                .map(phone -> new DutyPhoneSheet(
                        phone.place().value(), phone.name(), phone.phone(), phone.setBy(), phone.setAt()))
                .orElseGet(() -> new DutyPhoneSheet(null, null, null, null, null));
    }

    @PutMapping("/duty-phones/{division}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPhone(Caller caller, @PathVariable DivisionCode division, @Valid @RequestBody DutyPhoneEntry entry) {
        this.phones.set(caller, division, entry.name(), entry.phone());
        this.audit.record(caller, Deed.CHANGED, "duty-phone:" + division.value());
    }

    /** Reports that are on the screen now. */
    record DangerReceipts(@NotEmpty @Size(max = 200) List<@NotNull Long> ids) {}

    /** What was done, or how it ended. */
    record DangerWords(@NotBlank @Size(max = 500) String words) {}

    /** A page of reports, and how many there are in each state. */
    record DangerPage(List<DangerSheet> rows, Map<DangerState, Integer> counts) {}

    /** What somebody wants to know for. */
    record OpeningPurpose(@NotBlank @Size(max = 200) String purpose) {}

    /** Who reported, and whether that person had nothing to do with the child any more. */
    record ReporterView(List<String> names, @Nullable String phone, boolean relationEnded) {}

    /** A number to set. */
    record DutyPhoneEntry(
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Pattern(regexp = "[0-9+\\- ]{3,20}") String phone) {}

    /** A number with who set it; empty while nobody has. */
    record DutyPhoneSheet(
            @Nullable String division,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {}
}
