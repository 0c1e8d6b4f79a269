package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Sex;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.Actor;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.Period;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.RuleBooks;
import org.tongxing.policy.TierInterval;

/** A fictional child, what is known of it and what was done, told day by day. */
final class OneChild {

    static final RuleBooks BOOKS = RuleBooks.read("GD", "JB", "JS", "LAW", "SV");
    static final Adoptions ADOPTIONS = Adoptions.byJurisdiction(BOOKS);
    static final DivisionCode JINBAO = new DivisionCode("511304114003");
    static final DivisionCode SHAOGUAN = new DivisionCode("440203101001");
    static final DivisionCode JIANGSU = new DivisionCode("320582101201");
    static final FamilyId FAMILY = new FamilyId(1);
    static final FamilyId SUCCESSOR = new FamilyId(2);
    private static final LocalDate FAR = LocalDate.of(2040, 1, 1);

    private final DivisionCode village;
    private LocalDate birthOn = LocalDate.of(2016, 9, 20);
    private LocalDate registeredOn = LocalDate.of(2024, 1, 1);
    private @Nullable LocalDate leftOn;
    private Leeway leeway = Leeway.USUAL;
    private final List<CategoryInterval> categories = new ArrayList<>();
    private final List<TierInterval> tiers = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Period> entrusted = new ArrayList<>();
    private final List<Period> waived = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    OneChild(DivisionCode village) {
        this.village = village;
    }

    OneChild bornOn(String day) {
        this.birthOn = LocalDate.parse(day);
        return this;
    }

    OneChild registeredOn(String day) {
        this.registeredOn = LocalDate.parse(day);
        return this;
    }

    OneChild leftOn(String day) {
        this.leftOn = LocalDate.parse(day);
        return this;
    }

    OneChild in(String category, String from, @Nullable String to) {
        this.categories.add(new CategoryInterval(
                category,
                List.of(ClauseId.of("XX-01")),
                LocalDate.parse(from),
                to == null ? FAR : LocalDate.parse(to)));
        return this;
    }

    /** From that day on, until the next call says otherwise. */
    OneChild tier(RiskTier tier, String from) {
        LocalDate start = LocalDate.parse(from);
        if (!this.tiers.isEmpty()) {
            TierInterval last = this.tiers.remove(this.tiers.size() - 1);
            this.tiers.add(new TierInterval(last.tier(), last.basis(), last.why(), last.startsOn(), start));
        }
        this.tiers.add(new TierInterval(tier, TierInterval.BY_HAND, "", start, FAR));
        return this;
    }

    OneChild paired(FamilyId family, String from, @Nullable String to) {
        this.episodes.add(new Episode(
                new PairingId(this.episodes.size()),
                new ChildId(7),
                family,
                "冯样例",
                Sex.FEMALE,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null));
        return this;
    }

    OneChild paired(String from) {
        return paired(FAMILY, from, null);
    }

    OneChild entrusted(String from, @Nullable String to) {
        this.entrusted.add(new Period(LocalDate.parse(from), to == null ? FAR : LocalDate.parse(to)));
        return this;
    }

    OneChild waived(String from, String to) {
        this.waived.add(new Period(LocalDate.parse(from), LocalDate.parse(to)));
        return this;
    }

    OneChild visits(FamilyId family, String... days) {
        for (String day : days) {
            this.deeds.add(Deed.visit(family, new ChildId(7), LocalDate.parse(day), Deed.Outcome.DONE));
        }
        return this;
    }

    OneChild visits(String... days) {
        return visits(FAMILY, days);
    }

    OneChild tries(String... days) {
        for (String day : days) {
            this.deeds.add(Deed.visit(FAMILY, new ChildId(7), LocalDate.parse(day), Deed.Outcome.TRIED));
        }
        return this;
    }

    OneChild does(Actor by, DeedKind kind, String... days) {
        for (String day : days) {
            this.deeds.add(new Deed(by, null, new ChildId(7), kind, LocalDate.parse(day), Deed.Outcome.DONE));
        }
        return this;
    }

    OneChild leeway(int leastDays, int raisedDays, int occasionDays) {
        this.leeway = new Leeway(leastDays, raisedDays, occasionDays);
        return this;
    }

    List<Owed> owed(String today) {
        LocalDate day = LocalDate.parse(today);
        Resident resident = new Resident(
                new ChildId(7),
                "王样例",
                Sex.FEMALE,
                this.birthOn,
                this.village,
                1,
                this.registeredOn,
                this.leftOn,
                this.categories);
        return new Ledger(day, this.leeway)
                .of(
                        new ChildCase(resident, this.tiers, this.episodes, this.entrusted, this.waived),
                        RuleTimeline.of(ADOPTIONS, this.village, Ledger.firstDay(day), day),
                        new OccasionDays(this.birthOn, this.leeway.occasionDays(), Vacation::usual),
                        this.deeds);
    }

    Owed owed(String today, String clause, DeedKind deed) {
        return owed(today).stream()
                .filter(one -> one.rule().clause().toString().equals(clause)
                        && one.rule().deed() == deed)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is owed by " + clause));
    }

    boolean owes(String today, String clause) {
        return owed(today).stream()
                .anyMatch(one -> one.rule().clause().toString().equals(clause));
    }

    /** The windows that begin in a year, as {@code 01-01..03-01 MET}; the end is the first day after. */
    static List<String> said(Owed owed, int year) {
        return owed.windows().stream()
                .filter(window -> window.from().getYear() == year)
                .map(OneChild::said)
                .toList();
    }

    static String said(Window window) {
        String until = window.until().toString();
        boolean sameYear = window.until().getYear() == window.from().getYear();
        return window.from().toString().substring(5) + ".." + (sameYear ? until.substring(5) : until) + " "
                + window.state()
                + (window.occasion() == null ? "" : " " + window.occasion());
    }
}
