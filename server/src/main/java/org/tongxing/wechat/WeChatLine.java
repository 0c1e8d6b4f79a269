package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * The only way to WeChat. However slow or dead it is, whoever asks has an answer within the deadline, only so many wait at
 * once, and after several silent calls nobody does for a while. Never inside a transaction: a row must not stay locked
 * because somebody else's server sleeps.
 */
@Component
class WeChatLine implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WeChatLine.class);

    /** What WxJava makes of an answer without content. */
    private static final int EMPTY_ANSWER = -99;

    /** Made when it is first needed: a server that starts again has children to show before it has WeChat to ask. */
    private final SingletonSupplier<WxMaService> service;

    private final ExecutorService lines;
    private final Duration deadline;
    private final Circuit circuit;

    WeChatLine(WeChatSettings settings, StringRedisTemplate redis, Clock clock) {
        this.service = SingletonSupplier.of(() -> new WeChatHttp(settings, redis));
        this.deadline = settings.deadline();
        this.circuit = new Circuit(clock, settings.patience(), settings.rest());
        AtomicInteger count = new AtomicInteger();
        this.lines =
                new ThreadPoolExecutor(0, settings.lines(), 60, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "wechat-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Asks WeChat something.
     *
     * @throws WeChatRefused when it says no
     * @throws WeChatSilent when it says nothing
     */
    <T> T ask(Question<T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("WeChat is never asked inside a transaction");
        }
        if (!this.circuit.allows()) {
            throw new WeChatSilent(true);
        }
        Future<T> asked;
        try {
            asked = this.lines.submit(() -> question.ask(this.service.obtain()));
        } catch (RejectedExecutionException allLinesBusy) {
            throw new WeChatSilent(true);
        }
        try {
            T answer = asked.get(this.deadline.toMillis(), TimeUnit.MILLISECONDS);
            this.circuit.answered();
            return answer;
        } catch (TimeoutException tooSlow) {
            asked.cancel(true);
            throw silent(tooSlow, false);
        } catch (InterruptedException ex) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new WeChatSilent(false);
        } catch (ExecutionException failed) {
            throw outcome(failed.getCause());
        }
    }

    /** The service itself, for what needs no line: checking the signature of a push. */
    WxMaService service() {
        return this.service.obtain();
    }

    @Override
    public void destroy() {
        this.lines.shutdownNow();
    }

    private RuntimeException outcome(Throwable cause) {
        if (cause instanceof WxErrorException refused
                && refused.getError() != null
                && refused.getError().getErrorCode() != EMPTY_ANSWER) {
            this.circuit.answered();
            int code = refused.getError().getErrorCode();
            // The code alone: WeChat's text, and what WxJava adds to it, carry tokens and what people wrote.
            LOG.info("WeChat answered {}", code);
            return new WeChatRefused(code);
        }
        return silent(cause, neverLeft(cause));
    }

    private WeChatSilent silent(Throwable cause, boolean neverLeft) {
        this.circuit.unanswered();
        LOG.warn("WeChat did not answer: {}", root(cause).getClass().getSimpleName());
        return new WeChatSilent(neverLeft);
    }

    private static boolean neverLeft(Throwable cause) {
        Throwable root = root(cause);
        return root instanceof ConnectException
                || root instanceof UnknownHostException
                || root instanceof ConnectTimeoutException
                || root instanceof ConnectionRequestTimeoutException;
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** One call of WxJava. */
    interface Question<T> {
        T ask(WxMaService wechat) throws WxErrorException;
    }
}
