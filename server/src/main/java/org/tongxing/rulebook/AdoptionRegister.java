package org.tongxing.rulebook;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoption;
import org.tongxing.policy.AdoptionChanged;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.Period;
import org.tongxing.policy.RuleBooks;

/** All adoptions, read once and again after each change: every verdict about every child asks for them. */
@Component
@RequiredArgsConstructor
class AdoptionRegister {

    private final AdoptionMapper mapper;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable List<Adoption> known;

    List<Adoption> all() {
        List<Adoption> remembered = this.known;
        if (remembered != null) {
            return remembered;
        }
        long reading = this.generation.get();
        List<Adoption> read = this.mapper.all().stream()
                .map(row -> new Adoption(
                        new DivisionCode(row.divisionCode()), row.book(), Period.of(row.startsOn(), row.endsOn())))
                .toList();
        if (this.generation.get() == reading) {
            this.known = read;
        }
        return read;
    }

    /** Before anybody else hears of the change. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    void on(AdoptionChanged event) {
        forget();
    }

    /** Another instance may have recorded a change. */
    @Scheduled(fixedDelay = 60_000)
    void forget() {
        this.generation.incrementAndGet();
        this.known = null;
    }

    @Configuration(proxyBeanMethods = false)
    static class AdoptionConfiguration {

        @Bean
        Adoptions adoptions(RuleBooks books, AdoptionRegister register) {
            return new Adoptions(books, register::all);
        }
    }
}
