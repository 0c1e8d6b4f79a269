package org.tongxing.child;

import java.time.LocalDate;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;

/** A child on its way into the table; receives the generated id. */
@Getter
class ChildInsert {

    @Setter
    private long id;

    private final String name;
    private final String pinyin;
    private final String initials;
    private final String sex;
    private final LocalDate birthOn;
    private final @Nullable String idSealed;
    private final @Nullable String idDigest;
    private final @Nullable String noIdReason;
    private final String village;
    private final long household;
    private final @Nullable String school;
    private final @Nullable String grade;
    private final LocalDate registeredOn;
    private final @Nullable Long importId;

    ChildInsert(
            NewChild child,
            long household,
            @Nullable String idSealed,
            @Nullable String idDigest,
            @Nullable Long importId) {
        Pinyin sound = Pinyin.of(child.name());
        this.name = child.name();
        this.pinyin = sound.full();
        this.initials = sound.initials();
        this.sex = child.sex().name();
        this.birthOn = child.birthOn();
        this.idSealed = idSealed;
        this.idDigest = idDigest;
        this.noIdReason = child.noIdReason();
        this.village = child.village().value();
        this.household = household;
        this.school = child.school();
        this.grade = child.grade();
        this.registeredOn = child.registeredOn();
        this.importId = importId;
    }
}
