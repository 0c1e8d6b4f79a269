package org.tongxing.persistence;

import lombok.RequiredArgsConstructor;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins the outermost transaction again that the database undid because another stood in its way: somebody at a desk
 * and a pass over a village meet on the same child, and neither has done anything wrong. One that only reads takes no lock.
 */
@RequiredArgsConstructor
final class BegunAgain implements MethodInterceptor {

    private final TransactionAttributeSource transactions;

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive() || onlyReads(invocation)) {
            return invocation.proceed();
        }
        for (int left = Retrying.TRIES; ; left--) {
            try {
                return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
            } catch (RuntimeException failure) {
                if (left == 1 || !Retrying.undone(failure)) {
                    throw failure;
                }
                Retrying.pause();
            }
        }
    }

    private boolean onlyReads(MethodInvocation invocation) {
        TransactionAttribute attribute = this.transactions.getTransactionAttribute(
                invocation.getMethod(),
                invocation.getThis() == null ? null : invocation.getThis().getClass());
        return attribute == null || attribute.isReadOnly();
    }
}
