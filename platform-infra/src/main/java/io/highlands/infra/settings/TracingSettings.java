// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The tracing switch of an environment, for all its services.
 *
 * @param enabled
 *            whether tasks have a Java agent and the Datadog sidecar; default false
 * @param agent
 *            which Java agent; default datadog
 * @param sampleRate
 *            share of traces that the sidecar keeps, 0 to 1, whichever agent made them; default 0.1
 * @param maxTracesPerSecond
 *            most traces per second that a sidecar keeps of the datadog agent, and most failed ones of either; default
 *            10, Datadog's own
 * @param site
 *            Datadog site; default datadoghq.com
 * @param apiKeySecret
 *            name of the secret in Secrets Manager that holds the API key; default highlands/ENV/datadog-api-key
 */
public record TracingSettings(boolean enabled, TracingAgent agent, double sampleRate, int maxTracesPerSecond,
        String site, String apiKeySecret) {

    private static final Pattern AGENT = Pattern.compile("datadog|opentelemetry");
    private static final Pattern SITE = Pattern.compile("[a-z0-9.-]+\\.(com|eu)");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");

    static TracingSettings read(Section section, String environment) {
        var settings = new TracingSettings(section.flag("enabled", false),
                section.text("agent", AGENT, "datadog, opentelemetry")
                        .map(word -> TracingAgent.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(TracingAgent.DATADOG),
                section.fraction("sampleRate", 0.1, 0, 1), section.whole("maxTracesPerSecond", 10, 1, 1000),
                section.text("site", SITE, "a Datadog site such as datadoghq.eu").orElse("datadoghq.com"),
                section.text("apiKeySecret", SECRET, "the name of a secret")
                        .orElse("highlands/" + environment + "/datadog-api-key"));
        section.done();
        return settings;
    }
}
