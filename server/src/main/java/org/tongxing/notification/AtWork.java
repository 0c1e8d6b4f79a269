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
import org.springframework.core.task.TaskDecorator;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.stereotype.Component;

/**
 * The events this instance is handing to listeners at the moment. Modulith writes down when an event was published and not
 * who is at it, so that a long listener and a dead instance look alike; who is alive can say so with these. One is at an
 * event from when the database has taken that it was begun until the task that began it ends, whatever came of it: when the
 * database is away, nobody notes an end.
 */
@Component
class AtWork implements BeanPostProcessor, TaskDecorator {

    /** Who is at one event for longer has come to a stop and cannot keep it from others. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<UUID, Begun> begun = new ConcurrentHashMap<>();

    /** What is being listened to now. */
    List<String> ids() {
        long oldest = System.nanoTime() - LONGEST.toNanos();
        this.begun.values().removeIf(one -> one.at() - oldest < 0);
        return this.begun.keySet().stream().map(UUID::toString).toList();
    }

    @Override
    public Runnable decorate(Runnable task) {
        return () -> {
            try {
                task.run();
            } finally {
                this.begun.values().removeIf(one -> one.by() == Thread.currentThread());
            }
        };
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
        Object answer = call.proceed();
        if (call.getMethod().getName().equals("markProcessing")
                && call.getArguments().length > 0
                && call.getArguments()[0] instanceof UUID id) {
            this.begun.put(id, new Begun(Thread.currentThread(), System.nanoTime()));
        }
        return answer;
    }

    private record Begun(Thread by, long at) {}
}
