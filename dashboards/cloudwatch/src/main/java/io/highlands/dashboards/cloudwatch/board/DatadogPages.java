// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredService;

/**
 * Pages of Datadog APM for an environment, as Markdown links. A text cannot know the window of its dashboard, so none is named:
 * Datadog then shows its own, relative one, of traces the last 15 minutes as they come in.
 *
 * @param url
 *            the organisation's Datadog, {@code https://app.datadoghq.com}
 * @param environment
 *            the tag {@code env} of all spans
 * @see <a href="https://docs.datadoghq.com/tracing/trace_explorer/">Trace Explorer: live search</a>
 */
record DatadogPages(String url, String environment) {

    /** All services of the environment, and all its traces. */
    List<String> all() {
        return List.of("[Datadog services](%s/apm/services?env=%s)".formatted(url, environment),
                traces("Datadog traces", "env:" + environment));
    }

    /** One service, its traces, and the failed ones. */
    List<String> of(MonitoredService service) {
        String query = "env:%s service:%s".formatted(environment, service.name());
        return List.of("[Datadog APM](%s/apm/services/%s?env=%s)".formatted(url, service.name(), environment),
                traces("traces", query), traces("failed traces", query + " status:error"));
    }

    private String traces(String text, String query) {
        return "[%s](%s/apm/traces?query=%s)".formatted(text, url,
                URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
