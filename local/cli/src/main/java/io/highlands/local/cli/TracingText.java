// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import io.highlands.local.control.message.TracingStatus;

/** How tracing fares in the running platform, in words. */
final class TracingText {

    private TracingText() {
    }

    /**
     * Says it.
     *
     * @param tracing the status's part about it
     * @return one phrase
     */
    static String of(TracingStatus tracing) {
        if (!tracing.enabled()) {
            return "off";
        }
        return "on, backend %s, agent %s, %s %% kept; spans: %d stored, %d dropped, %d sampled away".formatted(
                tracing.backend(), tracing.agent(),
                LoadCommand.plain(tracing.samplePercent()),
                tracing.stored(), tracing.dropped(),
                tracing.sampledAway());
    }
}
