package org.tongxing.helper.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;

@RestController
@RequestMapping("/api/admin/local-settings")
@RequiredArgsConstructor
class LocalSettingController {

    private final LocalSettings settings;
    private final AuditLog audit;

    @GetMapping
    List<SettingView> at(Caller caller, @RequestParam String division) {
        return this.settings
                .at(caller.scope().within(new DivisionCode(division)).division())
                .stream()
                .map(SettingView::of)
                .toList();
    }

    @PutMapping("/{code}")
    SettingView set(Caller caller, @PathVariable LocalSetting code, @Valid @RequestBody SettingRequest request) {
        LocalSettings.InForce set =
                this.settings.set(caller, new DivisionCode(request.division()), code, request.value());
        this.audit.record(caller, Deed.CHANGED, "local-setting:" + code);
        return SettingView.of(set);
    }

    /** Where a setting is to hold, and what it is. */
    record SettingRequest(
            @NotBlank String division, @NotNull Integer value) {}

    /** A local setting with who decided it and when; without both it is the one everybody starts with. */
    record SettingView(
            LocalSetting code,
            String label,
            int value,
            int initial,
            @Nullable String decidedAt,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {

        static SettingView of(LocalSettings.InForce setting) {
            return new SettingView(
                    setting.setting(),
                    setting.setting().label(),
                    setting.value(),
                    setting.setting().initial(),
                    setting.decidedAt() == null ? null : setting.decidedAt().value(),
                    setting.setBy(),
                    setting.setAt());
        }
    }
}
