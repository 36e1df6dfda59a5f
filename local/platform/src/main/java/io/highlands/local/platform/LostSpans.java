// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanSink;

/**
 * Loses the spans of services whose tracing sidecar hangs or is gone, as a fault. One intake stands for all of them, so the sender
 * still gets its answer; in AWS it would get none, and lose the same spans.
 */
final class LostSpans implements SpanSink {

    private final SpanSink kept;
    private final LongAdder lost = new LongAdder();
    private final List<String> services = new CopyOnWriteArrayList<>();

    LostSpans(SpanSink kept) {
        this.kept = kept;
    }

    /** From now on a service's spans are lost, until the result is run. */
    Runnable of(String service) {
        services.add(service);
        return () -> services.remove(service);
    }

    /** Spans that were lost since the start. */
    long count() {
        return lost.sum();
    }

    @Override
    public boolean put(List<Span> spans) {
        if (services.isEmpty()) {
            return kept.put(spans);
        }
        List<Span> left = spans.stream().filter(span -> !services.contains(span.service())).toList();
        boolean taken = left.isEmpty() || kept.put(left);
        if (taken) {
            lost.add(spans.size() - left.size());
        }
        return taken;
    }
}
