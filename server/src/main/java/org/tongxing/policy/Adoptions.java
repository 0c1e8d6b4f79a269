package org.tongxing.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

/** Which rules a region follows on a day: the books of all its ancestors add up, the nearest one has the say. */
public final class Adoptions {

    private final RuleBooks books;
    private final Supplier<List<Adoption>> adoptions;

    /** The rules of each mix of books that was asked for: the places are many, the mixes few. */
    private final Map<List<String>, AdoptedRules> mixes = new ConcurrentHashMap<>();

    public Adoptions(RuleBooks books, List<Adoption> adoptions) {
        adoptions.forEach(adoption -> books.book(adoption.book()));
        List<Adoption> fixed = List.copyOf(adoptions);
        this.books = books;
        this.adoptions = () -> fixed;
    }

    /** Adoptions that are asked for anew each time, because somebody may change them. */
    public Adoptions(RuleBooks books, Supplier<List<Adoption>> adoptions) {
        this.books = books;
        this.adoptions = adoptions;
    }

    /** Every book followed by its own jurisdiction from the day it came into force. */
    public static Adoptions byJurisdiction(RuleBooks books) {
        return new Adoptions(
                books,
                books.all().stream()
                        .map(book -> new Adoption(book.jurisdiction(), book.id(), Period.since(book.inForceFrom())))
                        .toList());
    }

    public AdoptedRules rules(DivisionCode division, LocalDate on) {
        List<Adoption> followed = followedBy(division)
                .filter(adoption -> adoption.period().contains(on))
                .toList();
        return this.mixes.computeIfAbsent(
                followed.stream()
                        .map(adoption -> adoption.division().level() + " " + adoption.book())
                        .toList(),
                unknown -> new AdoptedRules(followed.stream()
                        .map(adoption ->
                                new AdoptedRules.Ranked(adoption.division().level(), this.books.book(adoption.book())))
                        .toList()));
    }

    /**
     * What a screen of a place names beside its words: the clause in force on each subject. Above the places that follow
     * a book, it is the one on which all of them agree; a subject on which they differ is left out.
     */
    public Map<String, ClauseId> clauses(DivisionCode place, LocalDate on) {
        Map<String, ClauseId> here = rules(place, on).bySubject();
        Map<String, Set<ClauseId>> below = mixesBelow(place, on).stream()
                .flatMap(part -> rules(part, on).bySubject().entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        Map<String, ClauseId> all = new TreeMap<>(here);
        below.forEach((subject, clauses) -> {
            if (clauses.size() == 1) {
                all.putIfAbsent(subject, clauses.iterator().next());
            }
        });
        return all;
    }

    /** One place for each mix of books that is followed somewhere below: the places are many, the mixes few. */
    private Collection<DivisionCode> mixesBelow(DivisionCode place, LocalDate on) {
        Map<DivisionCode, Set<String>> followed = this.adoptions.get().stream()
                .filter(adoption -> adoption.period().contains(on))
                .collect(Collectors.groupingBy(
                        Adoption::division, Collectors.mapping(Adoption::book, Collectors.toSet())));
        Map<List<Set<String>>, DivisionCode> mixes = new HashMap<>();
        followed.keySet().stream()
                .filter(part -> place.contains(part) && !place.equals(part))
                .forEach(part -> mixes.putIfAbsent(
                        Stream.concat(part.ancestors().stream(), Stream.of(part))
                                .map(one -> followed.getOrDefault(one, Set.of()))
                                .toList(),
                        part));
        return mixes.values();
    }

    /** The days on which other rules begin to hold for a region. */
    public NavigableSet<LocalDate> changes(DivisionCode division) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        followedBy(division).map(Adoption::period).forEach(period -> {
            days.add(period.from());
            days.add(period.to());
        });
        return days;
    }

    private Stream<Adoption> followedBy(DivisionCode division) {
        return this.adoptions.get().stream()
                .filter(adoption -> adoption.division().contains(division));
    }
}
