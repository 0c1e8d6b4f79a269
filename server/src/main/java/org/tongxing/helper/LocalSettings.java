package org.tongxing.helper;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;

/** Keeps the local settings: the nearest place that has decided has the say. */
@Service
@Transactional
@RequiredArgsConstructor
public class LocalSettings {

    private final SettingMapper mapper;
    private final Clock clock;

    /** The value in force at a place. */
    @Transactional(readOnly = true)
    public int value(DivisionCode division, LocalSetting setting) {
        return find(division, setting).value();
    }

    /** All settings as they hold at a place, with who decided. */
    @Transactional(readOnly = true)
    public List<InForce> at(DivisionCode division) {
        return Stream.of(LocalSetting.values())
                .map(setting -> find(division, setting))
                .toList();
    }

    /** What every place inside a division has decided, read once. */
    @Transactional(readOnly = true)
    public Decided decidedAround(DivisionCode division) {
        return new Decided(this.mapper.around(division.value()));
    }

    /** Decides a setting for a place. */
    public InForce set(Caller caller, DivisionCode division, LocalSetting setting, int value) {
        if (!caller.role().administers()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        caller.scope().within(division);
        if (!setting.accepts(value)) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.put(division.value(), setting.name(), value, caller, LocalDateTime.now(this.clock));
        return find(division, setting);
    }

    private InForce find(DivisionCode division, LocalSetting setting) {
        SettingMapper.Row row = this.mapper.nearest(division.value(), setting.name());
        return row == null
                ? new InForce(setting, setting.initial(), null, null, null)
                : new InForce(setting, row.value(), new DivisionCode(row.divisionCode()), row.setBy(), row.setAt());
    }

    /**
     * A setting as it holds.
     *
     * @param decidedAt the place that decided; null while nobody has
     */
    public record InForce(
            LocalSetting setting,
            int value,
            @Nullable DivisionCode decidedAt,
            @Nullable String setBy,
            @Nullable LocalDateTime setAt) {}

    /** The decisions of a region; asks nobody any more. */
    public static final class Decided {

        private final List<SettingMapper.Decision> decisions;

        Decided(List<SettingMapper.Decision> decisions) {
            this.decisions = decisions;
        }

        /** The value in force at a place of the region. */
        public int value(DivisionCode place, LocalSetting setting) {
            return this.decisions.stream()
                    .filter(one ->
                            one.code().equals(setting.name()) && place.value().startsWith(one.divisionCode()))
                    .max(Comparator.comparing(one -> one.divisionCode().length()))
                    .map(SettingMapper.Decision::value)
                    .orElse(setting.initial());
        }
    }
}
