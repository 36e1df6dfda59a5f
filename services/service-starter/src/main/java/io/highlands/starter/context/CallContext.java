// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.context;

import java.util.Map;
import java.util.concurrent.Callable;

import org.slf4j.MDC;

/**
 * What a request hands on to its upstream calls and its log lines, also over concurrent calls.
 *
 * @param headers headers of the request that its upstream calls carry on
 */
public record CallContext(Map<String, String> headers) {

    /** Header of the mesh that names a request; also the key of the request id in the logging context. */
    public static final String REQUEST_ID_HEADER = "x-request-id";

    /** Key of the request id in the logging context. */
    public static final String REQUEST_ID_KEY = "request_id";

    private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();
    private static final CallContext NONE = new CallContext(Map.of());

    public CallContext {
        headers = Map.copyOf(headers);
    }

    /**
     * The context of this thread.
     *
     * @return the context; empty outside a request
     */
    public static CallContext current() {
        CallContext context = CURRENT.get();
        return context == null ? NONE : context;
    }

    /** Makes this the context of this thread, until {@link #clear}. */
    public void enter() {
        CURRENT.set(this);
        String id = headers.get(REQUEST_ID_HEADER);
        if (id != null) {
            MDC.put(REQUEST_ID_KEY, id);
        }
    }

    /** Leaves this thread without a context. */
    public static void clear() {
        CURRENT.remove();
        MDC.remove(REQUEST_ID_KEY);
    }

    /**
     * Carries this thread's context, with its logging context, to whichever thread runs the task.
     *
     * @param task the task
     * @param <T> what it returns
     * @return the task in this context
     */
    public static <T> Callable<T> carry(Callable<T> task) {
        CallContext context = current();
        Map<String, String> logging = MDC.getCopyOfContextMap();
        return () -> {
            if (logging != null) {
                logging.forEach(MDC::put);
            }
            context.enter();
            try {
                return task.call();
            } finally {
                CURRENT.remove();
                MDC.clear();
            }
        };
    }
}
