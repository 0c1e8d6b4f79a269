package org.tongxing.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.tongxing.contract.DifficultyEndpoint.DifficultyView;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.VisitContent.Topic;

/** The children somebody visits, and what to know before going. */
@HttpExchange(url = "/api/phone/children", accept = "application/json")
public interface ChildEndpoint {

    /**
     * The children the signed-in person may visit: paired ones, and those of the village or township a director or
     * supervisor answers for. Fifty to a page.
     *
     * @param q the beginning of a name or its pinyin initials
     */
    @GetExchange
    List<MyChildView> mine(
            @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "1") int page);

    /** What to know before a visit; the least that is needed, because it is kept on the phone. */
    @GetExchange("/{id}/brief")
    BriefView brief(@PathVariable long id);

    /** A child in the list of those one visits. */
    record MyChildView(
            long id,
            TieKind as,
            String petName,
            int age,
            String sex,
            String villageName,
            @Nullable LocalDate lastVisitOn) {}

    /**
     * What to know before a visit.
     *
     * @param since the day of the own last visit, from which {@code changes} count; absent before the first
     * @param siblingIds children of the same household the same person visits
     * @param livesWith who looks after the child at home: 奶奶
     * @param birthdayOn the next birthday, when it is near
     * @param handOver what the earlier family left to know, if there was one
     * @param facets the ledger as it stands, in its order, to be put right on the spot
     * @param topics three topics for the child's age
     * @param expiresAt until when the phone may keep this
     */
    record BriefView(
            long childId,
            TieKind as,
            String petName,
            int age,
            String villageName,
            @Nullable LocalDate since,
            List<Long> siblingIds,
            @Nullable String livesWith,
            @Nullable LocalDate birthdayOn,
            @Nullable String handOver,
            List<ChangeView> changes,
            List<PromiseView> promises,
            List<DifficultyView> difficulties,
            List<FacetView> facets,
            List<TopicView> topics,
            SeasonView season,
            Instant expiresAt) {}

    /** Something about the child that became different, and when it was noted. */
    record ChangeView(LocalDate on, String text) {}

    /** A promise that is not kept yet. */
    record PromiseView(
            long id,
            String words,
            LocalDate madeOn,
            @Nullable LocalDate dueOn) {}

    /**
     * A column of the ledger with what stands in it.
     *
     * @param revision of what stands there, to be sent along with what takes its place; zero while nobody wrote
     */
    record FacetView(
            String facet,
            String label,
            @Nullable String words,
            @Nullable LocalDate writtenOn,
            long revision) {}

    /** A topic with what to say about it at this age. */
    record TopicView(Topic topic, String words) {}

    /** The safety topic of the season. */
    record SeasonView(String title, String words) {}
}
