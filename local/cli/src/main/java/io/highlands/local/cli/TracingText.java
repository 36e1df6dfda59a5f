// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import tools.jackson.databind.JsonNode;

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
    static String of(JsonNode tracing) {
        if (!tracing.path("enabled").asBoolean(false)) {
            return "off";
        }
        return "on, backend %s, agent %s, %s %% kept; spans: %d stored, %d dropped, %d sampled away".formatted(
                tracing.path("backend").asString(), tracing.path("agent").asString(),
                LoadCommand.plain(tracing.path("samplePercent").asDouble()),
                tracing.path("stored").asLong(), tracing.path("dropped").asLong(),
                tracing.path("sampledAway").asLong());
    }
}
