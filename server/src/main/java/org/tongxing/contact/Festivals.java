package org.tongxing.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.ContactEndpoint.FestivalAnswerView;
import org.tongxing.contract.ContactEndpoint.FestivalView;
import org.tongxing.contract.ContactEndpoint.HomeComing;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.obligation.HomeComings;
import org.tongxing.problem.Refusal;

/** 过年回不回来: which parents come home for Spring Festival, and the children to whom nobody comes [JS-11]. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("JS-11")
public class Festivals implements HomeComings {

    /** Spring Festival never falls after 20 February; from the next day on the question is about the year after. */
    private static final MonthDay LATEST = MonthDay.of(2, 20);

    private final FestivalMapper mapper;
    private final Children children;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The year of the festival that comes next. */
    public int year() {
        LocalDate today = LocalDate.now(this.clock);
        return MonthDay.from(today).isAfter(LATEST) ? today.getYear() + 1 : today.getYear();
    }

    /** What the signed-in parent said, child by child. */
    @Transactional(readOnly = true)
    public FestivalView of(PhoneCaller caller) {
        List<ConfirmedTie> ties = parent(caller);
        int year = year();
        Map<Long, String> said = this.mapper
                .said(year, ties.stream().map(ConfirmedTie::adultId).toList())
                .stream()
                .collect(Collectors.toMap(FestivalMapper.SaidRow::childId, FestivalMapper.SaidRow::coming));
        return new FestivalView(
                year,
                ties.stream()
                        .map(tie -> new FestivalAnswerView(tie.childId(), coming(said.get(tie.childId()))))
                        .toList());
    }

    /** Keeps the parent's answer; a later one takes its place. */
    public void answer(PhoneCaller caller, ChildId child, HomeComing coming) {
        ConfirmedTie tie = parent(caller).stream()
                .filter(one -> one.childId() == child.value())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("child", child.value()));
        this.mapper.put(child.value(), tie.adultId(), year(), coming.name(), LocalDateTime.now(this.clock));
        this.events.publishEvent(new DeedsChanged(List.of(child.value())));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ChildId, Set<Integer>> comings(Scope scope) {
        return this.mapper.comings(scope).stream()
                .collect(Collectors.groupingBy(
                        row -> new ChildId(row.childId()),
                        Collectors.mapping(FestivalMapper.ComingRow::year, Collectors.toSet())));
    }

    /** What the parents of a scope said, child by child; what an adult says who is kept away is not heard. */
    private Map<Long, List<HomeComing>> said(Scope scope, int year) {
        List<FestivalMapper.AnswerRow> answers = this.mapper.answers(scope, year);
        Set<Long> open = this.children.openAdults(
                answers.stream().map(FestivalMapper.AnswerRow::adultId).toList());
        return answers.stream()
                .filter(row -> open.contains(row.adultId()))
                .collect(Collectors.groupingBy(
                        FestivalMapper.AnswerRow::childId,
                        Collectors.mapping(row -> HomeComing.valueOf(row.coming()), Collectors.toList())));
    }

    /**
     * The children of a scope whose parents work elsewhere and of whom no parent has said to come: first those to whom
     * nobody comes for certain, then those of whom nobody knows.
     */
    @Transactional(readOnly = true)
    public List<Alone> alone(Scope scope, int year) {
        Map<Long, Integer> away = this.children.parentsAway(scope, LocalDate.now(this.clock));
        if (away.isEmpty()) {
            return List.of();
        }
        Map<Long, List<HomeComing>> said = said(scope, year);
        return away.entrySet().stream()
                .map(child -> Alone.of(
                        new ChildId(child.getKey()), child.getValue(), said.getOrDefault(child.getKey(), List.of())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Alone::certain)
                        .thenComparing(Alone::no)
                        .reversed()
                        .thenComparing(one -> one.child().value()))
                .toList();
    }

    private static @Nullable HomeComing coming(@Nullable String name) {
        return name == null ? null : HomeComing.valueOf(name);
    }

    private static List<ConfirmedTie> parent(PhoneCaller caller) {
        if (caller.asParent().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return caller.asParent();
    }

    /**
     * A child to whom no parent has said to come home.
     *
     * @param parents how many parents work elsewhere
     * @param certain whether all of them said no
     */
    public record Alone(ChildId child, int parents, int no, int notSure, boolean certain) {

        static Optional<Alone> of(ChildId child, int parents, List<HomeComing> said) {
            int no = Collections.frequency(said, HomeComing.NO);
            return said.contains(HomeComing.YES)
                    ? Optional.empty()
                    : Optional.of(new Alone(
                            child, parents, no, Collections.frequency(said, HomeComing.NOT_SURE), no >= parents));
        }
    }
}
