package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongxing.sandbox.wechat.Templates;
import org.tongxing.wording.PublicWording;

/** Whatever there is to tell: WeChat takes it, and whoever looks over a shoulder learns nothing of a child. */
class WordingProperties {

    private static final Pattern FIXED = Pattern.compile("[\\p{IsHan}，：0-9+\\- :]*");

    private static final Map<String, NotificationSettings.Template> TEMPLATES = Map.of(
            Templates.DUE,
            new NotificationSettings.Template(
                    Templates.DUE, Map.of("what", "thing1", "until", "date2", "hint", "thing3")),
            Templates.WISH,
            new NotificationSettings.Template(
                    Templates.WISH, Map.of("what", "thing1", "until", "date2", "hint", "thing3")),
            Templates.DECISION,
            new NotificationSettings.Template(
                    Templates.DECISION, Map.of("result", "phrase1", "what", "thing2", "at", "time3")));

    @Property
    void fitsWeChatsFieldsAndTellsNothingOfAChild(@ForAll("messages") Told told) {
        NotificationSettings.Template template = TEMPLATES.get(told.template());
        Map<String, String> fields = Wording.fields(template, told.parts());
        assertThat(Templates.badField(template.id(), fields)).isEmpty();
        for (String value : fields.values()) {
            assertThat(PublicWording.labelIn(value)).isEmpty();
            assertThat(value).matches(FIXED);
            assertThat(value.replaceAll("[0-9+\\- :]", ""))
                    .as("made of words that stand in the source, and of nothing else")
                    .isIn(WORDS);
        }
    }

    /** Every text there is, without its figures. A new one has to be looked at by whoever adds it here. */
    private static final List<String> WORDS = List.of(
            "",
            "确认了",
            "没有确认",
            "你的身份核对好了，点开看看",
            "有疑问，找村里或镇里问问",
            "有件过了时候，先办这些",
            "这周有件事要办",
            "点开看看先办哪件",
            "镇里提醒：有件该办了",
            "点开看看，办了记一下",
            "有一件急事等人接",
            "马上在电脑上接，或打值班电话",
            "有人认领了一个微心愿",
            "点开看看，送到了记一下",
            "你认领的心愿快到日子了",
            "送不了也说一声，好换别人",
            "认领的心愿还没定日子",
            "定个日子，或者退回让别人来",
            "你认领的心愿退回墙上了",
            "点开看看，还有别的心愿",
            "你写的心愿要改一改",
            "点开看看，改了再交",
            "你送到的心愿有回信了",
            "点开看看孩子说了什么",
            "报过名的活动不办了",
            "点开看看为什么，别白跑",
            "这周和孩子说说话",
            "漏了哪天也没关系，今天也行");

    @Provide
    Arbitrary<Told> messages() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(0, 1_000_000);
        Arbitrary<LocalDate> days = Arbitraries.longs().between(20_000, 40_000).map(LocalDate::ofEpochDay);
        Arbitrary<LocalDateTime> times = Combinators.combine(
                        days, Arbitraries.integers().between(0, 86_399))
                .as((day, second) -> day.atStartOfDay().plusSeconds(second));
        return Arbitraries.oneOf(
                Combinators.combine(counts, counts, days)
                        .as((things, overdue, until) ->
                                new Told(Templates.DUE, Wording.weekly(things, overdue, until))),
                Combinators.combine(counts, days)
                        .as((things, today) -> new Told(Templates.DUE, Wording.nudge(things, today))),
                Combinators.combine(Arbitraries.of(true, false), times)
                        .as((confirmed, at) -> new Told(Templates.DECISION, Wording.decided(confirmed, at))),
                days.map(until -> new Told(Templates.DUE, Wording.contact(until))),
                days.map(until -> new Told(Templates.WISH, Wording.wishClaimed(until))),
                days.map(until -> new Told(Templates.WISH, Wording.wishDue(until))),
                days.map(until -> new Told(Templates.WISH, Wording.wishArrange(until))),
                days.map(today -> new Told(Templates.WISH, Wording.wishReleased(today))),
                days.map(today -> new Told(Templates.WISH, Wording.wishReturned(today))),
                days.map(today -> new Told(Templates.WISH, Wording.thanks(today))),
                days.map(day -> new Told(Templates.DUE, Wording.activityCancelled(day))),
                days.map(today -> new Told(Templates.DUE, Wording.danger(today))));
    }

    /** The parts of a message and the template it goes into. */
    record Told(String template, Map<String, String> parts) {}
}
