// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Locale;
import java.util.regex.Pattern;

import io.highlands.infra.yaml.Section;

/**
 * The tracing switch of an environment, for all its services.
 *
 * @param enabled
 *            whether tasks have a Java agent and the sidecar of the backend; default false
 * @param backend
 *            where traces are kept; default datadog
 * @param agent
 *            which Java agent; default datadog, and opentelemetry with the backend aws, which takes no other
 * @param sampleRate
 *            share of traces that the sidecar keeps, 0 to 1, whichever agent made them; default 0.1
 * @param maxTracesPerSecond
 *            most traces per second that a Datadog sidecar keeps of the datadog agent, and most failed ones of either;
 *            default 10, Datadog's own; refused with the backend aws, whose collector has no such limit
 * @param site
 *            Datadog site; default datadoghq.com; refused with the backend aws, unless {@code datadog.enabled} needs it
 * @param apiKeySecret
 *            name of the secret in Secrets Manager that holds Datadog's API key; default highlands/ENV/datadog-api-key;
 *            refused with the backend aws, which uses the task role, unless {@code datadog.enabled} needs it
 */
public record TracingSettings(boolean enabled, TracingBackend backend, TracingAgent agent, double sampleRate,
        int maxTracesPerSecond, String site, String apiKeySecret) {

    private static final Pattern BACKEND = Pattern.compile("datadog|aws");
    private static final Pattern AGENT = Pattern.compile("datadog|opentelemetry");
    private static final Pattern SITE = Pattern.compile("[a-z0-9.-]+\\.(com|eu)");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");
    private static final String AGENT_KEY = "agent";
    private static final String CEILING = "maxTracesPerSecond";

    static TracingSettings read(Section section, String environment) {
        TracingBackend backend = section.text("backend", BACKEND, "datadog, aws")
                .map(word -> TracingBackend.valueOf(word.toUpperCase(Locale.ROOT))).orElse(TracingBackend.DATADOG);
        var settings = new TracingSettings(section.flag("enabled", false), backend, agent(section, backend),
                section.fraction("sampleRate", 0.1, 0, 1), section.whole(CEILING, 10, 1, 1000),
                section.text("site", SITE, "a Datadog site such as datadoghq.eu").orElse("datadoghq.com"),
                section.text("apiKeySecret", SECRET, "the name of a secret")
                        .orElse("highlands/" + environment + "/datadog-api-key"));
        section.done();
        if (backend == TracingBackend.AWS) {
            checkAws(section, settings);
        }
        return settings;
    }

    private static TracingAgent agent(Section section, TracingBackend backend) {
        return section.text(AGENT_KEY, AGENT, "datadog, opentelemetry")
                .map(word -> TracingAgent.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(backend == TracingBackend.AWS ? TracingAgent.OPENTELEMETRY : TracingAgent.DATADOG);
    }

    private static void checkAws(Section section, TracingSettings settings) {
        if (settings.agent != TracingAgent.OPENTELEMETRY) {
            throw section.refuse(AGENT_KEY, settings.agent.word(), "opentelemetry, because tracing.backend is aws");
        }
        if (section.has(CEILING)) {
            throw section.refuse(CEILING, "a setting of Datadog", "no such key, because tracing.backend is aws");
        }
    }
}
