// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.Comparator;
import java.util.List;

import io.highlands.local.runbook.Runbook;

/**
 * The order in which pages are rehearsed on one platform: first the burn rates, which nothing may have set off yet; then what
 * leaves alarms that end soon; then what clears slowly, so that little waits for it; with tracing on at last, so that the
 * services are rolled once for all of it.
 */
final class Order {

    private Order() {
    }

    /** The pages that say how they are rehearsed, in that order. */
    static List<Runbook> of(List<Runbook> pages) {
        return pages.stream().filter(page -> page.front().rehearsal().isPresent())
                .sorted(Comparator.comparing(Order::tracing).thenComparing(Order::burnsLate)
                        .thenComparing(page -> page.front().rehearsal().orElseThrow().clearsWithin())
                        .thenComparing(Runbook::kind))
                .toList();
    }

    private static boolean tracing(Runbook page) {
        return page.front().rehearsal().orElseThrow().needsTracing();
    }

    private static boolean burnsLate(Runbook page) {
        return !BurnRates.are(page.kind());
    }
}
