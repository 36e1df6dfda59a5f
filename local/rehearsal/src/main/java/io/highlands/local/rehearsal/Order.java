// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.Comparator;
import java.util.List;

import io.highlands.local.runbook.Runbook;

/**
 * The order in which pages are rehearsed on one platform: first those whose fault takes tasks away, since their steps look at
 * which tasks have stopped, and every later mitigation stops some; then the burn rates; then what clears soon before what
 * clears slowly, so that little waits for it; with tracing on at last, so that the services are redeployed once for all of it.
 */
final class Order {

    private static final String NO_TASKS = "zero-tasks ";

    private Order() {
    }

    /** The pages that say how they are rehearsed, in that order. */
    static List<Runbook> of(List<Runbook> pages) {
        return pages.stream().filter(page -> page.front().rehearsal().isPresent())
                .sorted(Comparator.comparing(Order::tracing).thenComparing(Order::keepsTasks)
                        .thenComparing(Order::burnsLate)
                        .thenComparing(page -> page.front().rehearsal().orElseThrow().clearsWithin())
                        .thenComparing(Runbook::kind))
                .toList();
    }

    private static boolean tracing(Runbook page) {
        return page.front().rehearsal().orElseThrow().needsTracing();
    }

    private static boolean keepsTasks(Runbook page) {
        return !page.front().rehearsal().orElseThrow().fault().startsWith(NO_TASKS);
    }

    private static boolean burnsLate(Runbook page) {
        return !BurnRates.are(page.kind());
    }
}
