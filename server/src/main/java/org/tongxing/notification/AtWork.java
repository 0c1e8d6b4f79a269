package org.tongxing.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.stereotype.Component;

/**
 * The events this instance is handing to listeners at the moment. Modulith writes down when an event was published and not
 * who is at it, so that a long listener and a dead instance look alike; who is alive can say so with these.
 */
@Component
class AtWork implements BeanPostProcessor {

    /** Who is at one event for longer has come to a stop and cannot keep it from others. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<UUID, Long> since = new ConcurrentHashMap<>();

    /** What is being listened to now. */
    List<String> ids() {
        long oldest = System.nanoTime() - LONGEST.toNanos();
        this.since.values().removeIf(at -> at - oldest < 0);
        return this.since.keySet().stream().map(UUID::toString).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository)) {
            return bean;
        }
        ProxyFactory watched = new ProxyFactory(bean);
        watched.addAdvice((MethodInterceptor) this::watch);
        return watched.getProxy();
    }

    private @Nullable Object watch(MethodInvocation call) throws Throwable {
        UUID id = call.getArguments().length > 0 && call.getArguments()[0] instanceof UUID first ? first : null;
        switch (id == null ? "" : call.getMethod().getName()) {
            case "markProcessing" -> {
                Object begun = call.proceed();
                // Only now: when the database is away, nobody begins, and nobody says that he has ended.
                this.since.put(id, System.nanoTime());
                return begun;
            }
            case "markCompleted", "markFailed" -> {
                this.since.remove(id);
                return call.proceed();
            }
            default -> {
                // Who asks for something again has not begun with it.
                return call.proceed();
            }
        }
    }
}
