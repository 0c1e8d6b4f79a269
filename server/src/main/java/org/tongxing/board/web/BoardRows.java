package org.tongxing.board.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.board.Docking;
import org.tongxing.board.Matching;
import org.tongxing.board.Need;
import org.tongxing.board.Offer;
import org.tongxing.child.Masks;
import org.tongxing.contract.BoardEndpoint.DockingState;
import org.tongxing.contract.BoardEndpoint.HelpCategory;
import org.tongxing.kernel.Scope;
import org.tongxing.region.Divisions;
import org.tongxing.wish.Wishes;

/** Writes needs, offers and what was given to what as the console lists them: people masked, organisations by name. */
@Component
@RequiredArgsConstructor
class BoardRows {

    private final Wishes wishes;
    private final Divisions divisions;

    List<OfferRow> offers(Scope scope, List<Offer> found) {
        Map<Long, String> names = names(scope, found.stream().map(Offer::phone));
        Map<String, String> places = places(found.stream());
        return found.stream().map(offer -> row(offer, names, places)).toList();
    }

    List<DockingRow> dockings(Scope scope, List<Docking> found) {
        Map<Long, String> names = names(scope, found.stream().map(Docking::phone));
        return found.stream()
                .map(docking -> new DockingRow(
                        docking.id(),
                        docking.need(),
                        docking.needWhat(),
                        docking.offer(),
                        docking.offerWhat(),
                        who(docking.kind(), docking.phone(), docking.provider(), names),
                        docking.category(),
                        docking.quantity(),
                        docking.measure(),
                        docking.costYuan(),
                        docking.state(),
                        docking.wantedBy(),
                        docking.dockedAt(),
                        docking.endedOn(),
                        docking.words()))
                .toList();
    }

    /** What fits a need. */
    List<MatchRow> offersOf(Scope scope, List<Matching.Match> matches) {
        Map<Long, String> names =
                names(scope, matches.stream().map(match -> match.offer().phone()));
        Map<String, String> places = places(matches.stream().map(Matching.Match::offer));
        return matches.stream()
                .map(match -> new MatchRow(
                        match.offer().id(),
                        row(match.offer(), names, places),
                        null,
                        match.reasons(),
                        match.from(),
                        match.until(),
                        match.atMost()))
                .toList();
    }

    /** What an offer fits. */
    List<MatchRow> needsOf(List<Matching.Match> matches) {
        Map<String, String> places = this.divisions.names(matches.stream()
                .flatMap(match -> Stream.ofNullable(match.need().village()))
                .map(Object::toString)
                .collect(Collectors.toSet()));
        return matches.stream()
                .map(match -> new MatchRow(
                        match.need().id(),
                        null,
                        NeedRow.of(match.need(), places),
                        match.reasons(),
                        match.from(),
                        match.until(),
                        match.atMost()))
                .toList();
    }

    private Map<Long, String> names(Scope scope, Stream<@Nullable Long> phones) {
        return this.wishes.names(
                scope, phones.filter(Objects::nonNull).distinct().toList());
    }

    private Map<String, String> places(Stream<Offer> offers) {
        Set<String> codes = offers.map(offer -> offer.place().value()).collect(Collectors.toSet());
        return this.divisions.names(codes);
    }

    private static OfferRow row(Offer offer, Map<Long, String> names, Map<String, String> places) {
        return new OfferRow(
                offer.id(),
                offer.kind(),
                offer.category(),
                offer.what(),
                who(offer.kind(), offer.phone(), offer.provider(), names),
                offer.phone() != null,
                offer.place().value(),
                places.getOrDefault(offer.place().value(), ""),
                offer.quantity(),
                offer.docked(),
                offer.measure(),
                offer.fromOn(),
                offer.untilOn(),
                offer.contract(),
                offer.budgetYuan(),
                offer.committedYuan(),
                offer.state(),
                offer.withdrawnFor(),
                offer.offeredAt());
    }

    private static String who(
            Offer.Kind kind, @Nullable Long phone, @Nullable String provider, Map<Long, String> names) {
        String name = phone == null ? provider : names.get(phone);
        if (name == null || name.isBlank()) {
            return "";
        }
        return kind == Offer.Kind.VOLUNTEERED ? Masks.name(name.strip()) : name.strip();
    }

    /** A need in a list, the child's name masked. */
    record NeedRow(
            long id,
            long childId,
            @Nullable String childName,
            @Nullable String villageName,
            @Nullable Long difficultyId,
            @Nullable Long visitId,
            HelpCategory category,
            String what,
            @Nullable String purpose,
            int quantity,
            int docked,
            int met,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            Need.State state,
            @Nullable String saidFor,
            LocalDateTime raisedAt,
            int version) {

        static NeedRow of(Need need, Map<String, String> places) {
            return new NeedRow(
                    need.id(),
                    need.child().value(),
                    need.childName() == null ? null : Masks.name(need.childName()),
                    need.village() == null ? null : places.get(need.village().value()),
                    need.difficulty(),
                    need.visit(),
                    need.category(),
                    need.what(),
                    need.purpose(),
                    need.quantity(),
                    need.docked(),
                    need.met(),
                    need.measure(),
                    need.fromOn(),
                    need.untilOn(),
                    need.state(),
                    need.saidFor(),
                    need.raisedAt(),
                    need.version());
        }
    }

    /**
     * An offer in a list.
     *
     * @param who a person masked, an organisation by its name
     * @param fromPhone whether it came from the phone of the person
     */
    record OfferRow(
            long id,
            Offer.Kind kind,
            HelpCategory category,
            String what,
            String who,
            boolean fromPhone,
            String divisionCode,
            String divisionName,
            int quantity,
            int docked,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable String contract,
            @Nullable Integer budgetYuan,
            int committedYuan,
            Offer.State state,
            @Nullable String withdrawnFor,
            LocalDateTime offeredAt) {}

    /** A part of an offer that was given to a need. */
    record DockingRow(
            long id,
            long needId,
            String needWhat,
            long offerId,
            String offerWhat,
            String who,
            HelpCategory category,
            int quantity,
            String measure,
            @Nullable Integer costYuan,
            DockingState state,
            LocalDate wantedBy,
            LocalDateTime dockedAt,
            @Nullable LocalDate endedOn,
            @Nullable String words) {}

    /** What fits, seen from the other side, and why. */
    record MatchRow(
            long id,
            @Nullable OfferRow offer,
            @Nullable NeedRow need,
            List<Matching.Reason> reasons,
            LocalDate fromOn,
            LocalDate untilOn,
            int atMost) {}
}
