package org.tongxing.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.AdoptedRules;

/** A column the register can have; masked exactly as lists and forms are. */
@Clause("JB-63")
public enum Column {
    NUMBER("序号", 5, (row, look) -> null),
    NAME("姓名", 9, (row, look) -> look.name(row.child().name())),
    SEX("性别", 5, (row, look) -> sex(row.child().sex())),
    BIRTHDAY("出生日期", 11, (row, look) -> look.birthday(row.child().birthOn())),
    AGE(
            "年龄",
            5,
            (row, look) -> Period.between(row.child().birthOn(), look.day()).getYears()),
    ID_NUMBER("身份证号", 20, Column::idNumber),
    VILLAGE("村（社区）", 11, (row, look) -> look.villages().getOrDefault(row.child().villageCode(), "")),
    CATEGORY(
            "情形和依据",
            26,
            (row, look) -> row.held().stream().map(held -> category(held, look)).collect(Collectors.joining("；"))),
    CARER("照护人", 13, Column::carer),
    CARER_PHONE(
            "照护人电话",
            13,
            (row, look) -> row.carer() == null ? null : look.phone(row.carer().phone())),
    HOUSEHOLD("同户孩子", 6, (row, look) -> row.household()),
    SCHOOL("学校", 12, (row, look) -> row.child().school()),
    GRADE("年级", 8, (row, look) -> row.child().grade()),
    WAY("怎么帮", 9, (row, look) -> way(row.state().by())),
    CADRE(
            "帮扶（责任）干部",
            10,
            (row, look) -> row.helper() == null ? null : row.helper().cadreName()),
    CADRE_SEX(
            "干部性别",
            5,
            (row, look) -> row.helper() == null ? null : sex(row.helper().cadreSex())),
    UNIT("干部单位", 14, (row, look) -> row.helper() == null ? null : row.helper().unitName()),
    SINCE("从哪天起", 11, (row, look) -> row.helper() == null ? null : row.helper().since()),
    VISITS("今年走访", 6, (row, look) -> row.child().visits()),
    REASON("还没有着落的原因", 20, (row, look) -> reason(row.state().reason(), look.rules()));

    private final String label;
    private final int width;
    private final BiFunction<RegisterRow, Look, @Nullable Object> value;

    Column(String label, int width, BiFunction<RegisterRow, Look, @Nullable Object> value) {
        this.label = label;
        this.width = width;
        this.value = value;
    }

    /** What the heading says unless a place has chosen other words. */
    public String label() {
        return this.label;
    }

    int width() {
        return this.width;
    }

    @Nullable
    Object value(RegisterRow row, Look look) {
        return this.value.apply(row, look);
    }

    /** Why a child has nobody, with the clause that asks for what is missing. */
    static @Nullable String reason(State.@Nullable Reason reason, AdoptedRules rules) {
        if (reason == null) {
            return null;
        }
        String clause = reason.clause(rules);
        return clause == null ? Words.reason(reason) : Words.reason(reason) + "〔" + clause + "〕";
    }

    static String way(State.By by) {
        return switch (by) {
            case FAMILY -> "爱心家庭";
            case AREA_DUTY -> "部门包片";
            case NOBODY -> "没有着落";
        };
    }

    private static String sex(Sex sex) {
        return sex == Sex.FEMALE ? "女" : "男";
    }

    private static @Nullable Object idNumber(RegisterRow row, Look look) {
        if (row.idNumber() == null) {
            String reason = row.child().noIdReason();
            return reason == null ? null : "没有：" + reason;
        }
        return look.named() ? row.idNumber() : Masks.idNumber(row.idNumber());
    }

    private static @Nullable Object carer(RegisterRow row, Look look) {
        RegisterRow.Carer carer = row.carer();
        return carer == null ? null : look.name(carer.name()) + "（" + carer.relation() + "）";
    }

    private static String category(RegisterRow.Held held, Look look) {
        return look.categories().apply(held.category()) + "〔" + held.clauses() + "〕";
    }

    /**
     * How a row is looked at.
     *
     * @param named whether names may be read
     * @param villages the names of villages by code
     * @param categories the name of a category
     * @param rules the rules of the place on the day
     */
    record Look(
            boolean named,
            LocalDate day,
            java.util.Map<String, String> villages,
            java.util.function.UnaryOperator<String> categories,
            AdoptedRules rules) {

        String name(String name) {
            return this.named ? name : Masks.name(name);
        }

        Object birthday(LocalDate day) {
            return this.named ? day : day.getYear() + "-**-**";
        }

        @Nullable
        String phone(@Nullable String phone) {
            return this.named ? phone : Masks.phone(phone);
        }
    }
}
