// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.infra.settings.ServiceSettings;

/**
 * Configuration of the OpenTelemetry Collector beside a service: OTLP over HTTP in on the loopback address, health checks
 * and the publisher's calls filtered, a share of the traces kept, OTLP over HTTP to X-Ray out, signed with the task role.
 * It holds no {@code $}, which the collector would expand.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-OTLPEndpoint.html">OTLP
 *      endpoints</a>
 */
final class CollectorConfig {

    /** Where the Java agent sends to; the containers of a task share their network interface. */
    private static final String RECEIVER = "127.0.0.1:4318";
    /** Where the image's {@code /healthcheck} asks, unless told otherwise. */
    private static final String HEALTH = "127.0.0.1:13133";
    private static final String SIGNER = "sigv4auth";
    private static final String EXPORTER = "otlp_http";
    /** Spans in a request, far below the endpoint's limits of 10,000 spans and 5 MB. */
    private static final int BATCH = 500;
    /** Requests that wait while the endpoint does not respond. */
    private static final int QUEUE = 100;

    /** First span of a trace that nobody asked for, as the OpenTelemetry agent names it: a service publishes its metrics. */
    private static final String PUBLISHING = "POST";

    private CollectorConfig() {
    }

    /**
     * The configuration.
     *
     * @param health
     *            path of the service's health checks
     * @param region
     *            AWS Region of the endpoint, or its token
     * @param sampleRate
     *            share of traces to keep, 0 to 1
     */
    static Map<String, Object> of(String health, String region, double sampleRate) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("extensions", ordered("health_check", Map.of("endpoint", HEALTH), SIGNER,
                ordered("region", region, "service", "xray")));
        config.put("receivers",
                Map.of("otlp", Map.of("protocols", Map.of("http", Map.of("endpoint", RECEIVER)))));
        Map<String, Object> processors = processors(health, sampleRate);
        config.put("processors", processors);
        config.put("exporters", Map.of(EXPORTER, ordered("traces_endpoint",
                "https://xray." + region + ".amazonaws.com/v1/traces", "auth", Map.of("authenticator", SIGNER),
                "sending_queue", Map.of("queue_size", QUEUE))));
        config.put("service", ordered("extensions", List.of("health_check", SIGNER), "pipelines",
                Map.of("traces", ordered("receivers", List.of("otlp"), "processors",
                        List.copyOf(processors.keySet()), "exporters", List.of(EXPORTER))),
                "telemetry", Map.of("metrics", Map.of("level", "none"))));
        return config;
    }

    /** In the order of the pipeline: memory first, as the processor's documentation asks, and batches last. */
    private static Map<String, Object> processors(String health, double sampleRate) {
        int memory = ServiceSettings.SIDECAR.memory();
        return ordered("memory_limiter",
                ordered("check_interval", "1s", "limit_mib", memory * 3 / 4, "spike_limit_mib", memory / 5), "filter",
                ordered("error_mode", "ignore", "traces", Map.of("span", Stream.of("GET " + health, PUBLISHING)
                        .map("IsRootSpan() and name == \"%s\""::formatted).toList())),
                "probabilistic_sampler",
                ordered("mode", "proportional", "sampling_percentage", percent(sampleRate)), "batch",
                ordered("send_batch_size", BATCH, "send_batch_max_size", BATCH, "timeout", "5s"));
    }

    /** By decimals, so that 0.07 is 7 and not 7.000000000000001. */
    private static double percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
    }

    /** A map in the order of its arguments: name, value, name, value. */
    private static Map<String, Object> ordered(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        Stream.iterate(0, i -> i < members.length, i -> i + 2)
                .forEach(i -> map.put((String) members[i], members[i + 1]));
        return map;
    }
}
