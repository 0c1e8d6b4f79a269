package org.tongxing.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.coverage.ChildList;
import org.tongxing.kernel.Sex;

/**
 * A child of a list on its way into a workbook, unmasked; {@link #values} masks it exactly as lists and registers are.
 *
 * @param contacts whom to call, carers first
 * @param categories the categories that hold, in words, each with its clause
 * @param reason why nobody has the child, with the clause; null when somebody has
 */
record ListedChild(
        ChildList.Row row,
        @Nullable String idNumber,
        @Nullable String noIdReason,
        List<ChildList.Contact> contacts,
        String village,
        String categories,
        @Nullable String reason) {

    static final List<String> HEADINGS = List.of(
            "序号",
            "姓名",
            "性别",
            "出生日期",
            "年龄",
            "身份证号",
            "村（社区）",
            "情形和依据",
            "照护人和电话",
            "其他大人和电话",
            "怎么帮",
            "帮扶干部",
            "等了几天",
            "还没有着落的原因");
    static final List<Integer> WIDTHS = List.of(5, 9, 5, 11, 5, 20, 11, 26, 24, 24, 9, 9, 7, 20);

    long id() {
        return this.row.id().value();
    }

    List<@Nullable Object> values(int number, LocalDate day, boolean named) {
        return Arrays.asList(
                number,
                named ? this.row.name() : Masks.name(this.row.name()),
                this.row.sex() == Sex.FEMALE ? "女" : "男",
                named ? this.row.birthOn() : this.row.birthOn().getYear() + "-**-**",
                Period.between(this.row.birthOn(), day).getYears(),
                idNumber(named),
                this.village,
                this.categories,
                people(ChildList.Contact::carer, named),
                people(contact -> !contact.carer(), named),
                this.row.coveredBy() == null ? null : Column.way(this.row.coveredBy()),
                this.row.cadreName(),
                this.row.waitingDays() == null ? null : this.row.waitingDays().intValue(),
                this.reason);
    }

    private @Nullable String idNumber(boolean named) {
        if (this.idNumber == null) {
            return this.noIdReason == null ? null : "没有：" + this.noIdReason;
        }
        return named ? this.idNumber : Masks.idNumber(this.idNumber);
    }

    private String people(Predicate<ChildList.Contact> which, boolean named) {
        return this.contacts.stream()
                .filter(which)
                .map(one -> Stream.of(
                                one.relation(),
                                named ? one.name() : Masks.name(one.name()),
                                named ? one.phone() : Masks.phone(one.phone()))
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("；"));
    }
}
