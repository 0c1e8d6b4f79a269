package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Batches;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.CategoryJudge;
import org.tongxing.policy.CategoryVerdict;
import org.tongxing.policy.ChildFacts;

/**
 * Registers children, many at a time. Everything that belongs to a child is written below the id the child will have, and
 * whoever asks for children sees nothing of it; the child itself comes last. So a roster of a hundred thousand is prepared
 * by the chunk, and lets all its children exist in one short transaction.
 */
@Service
@RequiredArgsConstructor
public class Newcomers {

    private static final int ROWS_AT_ONCE = 1_000;

    private final NewcomerMapper mapper;
    private final NewcomerRows rows;
    private final Categories categories;
    private final Tiers tiers;
    private final NewcomerSearch search;
    private final Batches batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * Registers children with their households, adults, facts and derived categories, and answers their ids in the order
     * given; the caller has made sure that none of them is on file yet, the database makes sure again.
     */
    @Transactional
    public List<Long> register(List<NewChild> children, @Nullable Long importId, @Nullable Long by) {
        if (children.isEmpty()) {
            return List.of();
        }
        List<Long> ids = this.rows.write(children.stream().map(this::judged).toList(), importId, by);
        this.mapper.register(ids);
        this.batches.write(NewcomerMapper.class, ids, NewcomerMapper::forget);
        return ids;
    }

    /** What the rules of its village say of a child. */
    public Newcomer judged(NewChild child) {
        ChildFacts facts = facts(child);
        List<CategoryInterval> held = this.categories.intervals(facts, child.village());
        return new Newcomer(
                child, held, this.tiers.ofNewcomer(facts, held, child.village(), LocalDateTime.now(this.clock)));
    }

    /** Makes everything ready for these children but lets none of them exist; a thousand at a time at most. */
    @Transactional
    public void prepare(List<Newcomer> newcomers, long importId, @Nullable Long by) {
        if (!newcomers.isEmpty()) {
            this.rows.write(newcomers, importId, by);
        }
    }

    /**
     * Lets all prepared children of an import exist, but for those somebody has registered since.
     *
     * @return the villages that have more children now
     */
    @Transactional
    public List<String> takeOver(long importId) {
        List<Long> late = this.mapper.registeredMeanwhile(importId);
        List<String> villages = this.mapper.villages(importId, late);
        this.mapper.takeOver(importId, late);
        return villages;
    }

    /** The imports that have something prepared. */
    @Transactional(readOnly = true)
    public List<Long> preparedImports() {
        return this.mapper.imports();
    }

    /** Clears away, by the chunk, what was prepared for an import: all of it if the children do not exist. */
    public void clear(long importId) {
        while (Boolean.TRUE.equals(this.transaction.execute(status -> clearChunk(importId)))) {}
    }

    /** Says of each child, in the order given, whether it is on file. */
    @Transactional(readOnly = true)
    public List<OnFile> onFile(List<NewChild> children) {
        return this.search.onFile(children);
    }

    /** How many children are on file in a place and have not left it. */
    @Transactional(readOnly = true)
    public int living(DivisionCode division) {
        return this.mapper.living(division.value());
    }

    /** The verdicts on a child that is not on file, by rules the caller has looked up for its village. */
    public static List<CategoryVerdict> judge(NewChild child, CategoryJudge judge, LocalDate on) {
        return judge.judge(facts(child), on);
    }

    static ChildFacts facts(NewChild child) {
        return new ChildFacts(child.birthOn(), child.sex(), StoredFacts.ofNew(child.facts(), child.village()));
    }

    private boolean clearChunk(long importId) {
        List<NewcomerMapper.LeftOver> left = this.mapper.leftOver(importId, ROWS_AT_ONCE);
        if (left.isEmpty()) {
            return false;
        }
        List<NewcomerMapper.LeftOver> nobody =
                left.stream().filter(one -> !one.registered()).toList();
        if (!nobody.isEmpty()) {
            List<Long> ids = nobody.stream().map(NewcomerMapper.LeftOver::id).toList();
            this.mapper.forgetAdults(ids);
            this.mapper.forgetFacts(ids);
            this.mapper.forgetCategories(ids);
            this.mapper.forgetTiers(ids);
        }
        this.mapper.forgetAll(left.stream().map(NewcomerMapper.LeftOver::id).toList());
        if (!nobody.isEmpty()) {
            this.mapper.forgetHouseholds(nobody.stream()
                    .map(NewcomerMapper.LeftOver::householdId)
                    .distinct()
                    .toList());
        }
        return true;
    }

    /** Whether a child is on file. */
    public enum OnFile {
        NO,
        /** The same ID number, or the same name, birthday and village where one of the two has no number. */
        SAME,
        /** The same ID number in another township: it may have moved. */
        ELSEWHERE,
        /** The same name, birthday and village, but another ID number: somebody has to look. */
        CONTRADICTORY
    }
}
