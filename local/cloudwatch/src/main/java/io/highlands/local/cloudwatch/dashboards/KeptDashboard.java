// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard as it is kept over restarts: when it was put, and its body as text. */
final class KeptDashboard {

    private static final JsonMapper JSON = new JsonMapper();

    private KeptDashboard() {
    }

    static String write(Dashboard dashboard) {
        return JSON.createObjectNode().put("modified", dashboard.modified().toString()).put("body", dashboard.body())
                .toString();
    }

    /** Empty where the text is not as it was written. */
    static Optional<Dashboard> read(String name, String json) {
        try {
            JsonNode kept = JSON.readTree(json);
            return Optional.of(new Dashboard(name, kept.path("body").stringValue(""),
                    Instant.parse(kept.path("modified").stringValue("")), false));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
