package org.tongxing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/** Counts the queries the mappers send for somebody, not what the server does by itself, so that a test can see that a longer list asks no more often. */
@Intercepts({
    @Signature(
            type = Executor.class,
            method = "query",
            args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
    @Signature(
            type = Executor.class,
            method = "query",
            args = {
                MappedStatement.class,
                Object.class,
                RowBounds.class,
                ResultHandler.class,
                CacheKey.class,
                BoundSql.class
            })
})
class StatementCounter implements Interceptor {

    private final AtomicInteger statements = new AtomicInteger();

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        if (!Thread.currentThread().getName().startsWith("scheduling-")) {
            this.statements.incrementAndGet();
        }
        return invocation.proceed();
    }

    /** How many queries something sends. */
    int during(Runnable something) {
        int before = this.statements.get();
        something.run();
        return this.statements.get() - before;
    }
}
