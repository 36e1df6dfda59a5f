// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.runbook.Runbook;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTest {

    @Test
    void whatLooksAtStoppedTasksComesFirstThenBurnRatesThenWhatClearsSoonAndTracingLast() {
        List<Runbook> pages = List.of(page("tracing-sidecar-unhealthy", "2m\n  needs: tracing"),
                page("saturation", "9m"),
                page("edge-errors", "3m"), page("availability-burn-fast", "9m"),
                Runbook.parse("no-healthy-host", Pages.PAGE));

        assertThat(Order.of(pages)).extracting(Runbook::kind).containsExactly("no-healthy-host",
                "availability-burn-fast", "edge-errors", "saturation", "tracing-sidecar-unhealthy");
    }

    private static Runbook page(String kind, String clearsWithin) {
        return Runbook.parse(kind, Pages.PAGE.replace("alarm: no-healthy-host", "alarm: " + kind)
                .replace("clears-within: 6m", "clears-within: " + clearsWithin)
                .replace("fault: zero-tasks service-b", "fault: freeze service-b"));
    }
}
