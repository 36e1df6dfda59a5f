// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.highlands.infra.topology.ServiceSpec;

/**
 * What a Spring Boot jar without the starter is told by its own properties' variables: where it listens, that it ends what
 * it took on, and that Actuator has a port that neither load balancer nor mesh reaches, with its readiness on the main port.
 *
 * @see <a href="https://docs.spring.io/spring-boot/reference/features/external-config.html">Binding From Environment
 *      Variables</a>
 * @see <a href="https://docs.spring.io/spring-boot/reference/features/logging.html">Structured Logging</a>
 * @see <a href="https://docs.spring.io/spring-boot/reference/actuator/endpoints.html">Kubernetes Probes</a>
 */
final class SpringBootVariables {

    private static final String TRUE = "true";
    /** Prefix of the properties of Micrometer's CloudWatch registry in Spring Cloud AWS 3 and 4. */
    private static final String CLOUDWATCH = "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_";

    private SpringBootVariables() {
    }

    static SequencedMap<String, String> of(Deployment deployment) {
        ServiceSpec spec = deployment.spec();
        SequencedMap<String, String> variables = new TreeMap<>();
        variables.put("SERVER_ADDRESS", "0.0.0.0");
        variables.put("SERVER_PORT", Integer.toString(spec.containerPort()));
        variables.put("SERVER_SHUTDOWN", "graceful");
        variables.put("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", seconds(spec.deadline()));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(ServiceSpec.MANAGEMENT_PORT));
        variables.put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", TRUE);
        variables.put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ADDADDITIONALPATHS", TRUE);
        variables.put(CLOUDWATCH + "NAMESPACE", deployment.names().metricsNamespace());
        variables.put(CLOUDWATCH + "STEP", seconds(deployment.environment().metrics().step()));
        return variables;
    }

    /**
     * {@return the variables that the service's declaration may set otherwise}: logs as JSON with {@code level} and the
     * trace's identifiers, which saved queries and runbooks look for. Spring Boot before 3.4 and a logging configuration of
     * the application's own leave it unread.
     */
    static SequencedMap<String, String> defaults() {
        return new TreeMap<>(Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash"));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
