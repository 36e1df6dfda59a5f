// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS as containers find it: where its APIs are, in which Region, and how fast its time passes. In AWS the SDK needs no
 * endpoint, ECS sets the Region, and the task role gives credentials; here all three are variables.
 *
 * @param endpoint where AWS's APIs are served, such as {@code http://127.0.0.1:4566}; empty when they are not
 * @param region the Region
 * @param timeScale how many times faster than in AWS periods pass; 1 is real time
 */
public record AwsEnvironment(String endpoint, String region, int timeScale) {

    /** No AWS, and real time. */
    public static final AwsEnvironment NONE = new AwsEnvironment("", "", 1);

    static final String STEP = "HIGHLANDS_METRICS_STEP";
    /** The same of Micrometer's CloudWatch registry, as Spring Cloud AWS configures it. */
    static final String REGISTRY_STEP = "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_STEP";
    static final String ENABLED = "HIGHLANDS_METRICS_ENABLED";

    private static final String REGISTRY_ENABLED = "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_ENABLED";
    private static final int KEY_DIGITS = 16;
    private static final Pattern SIMPLE = Pattern.compile("(\\d+)([sm])");

    /**
     * The access key of a task, by which its calls are told from those of others; a role would give it one, too.
     *
     * @param taskId the task's id
     * @return an id of the form that AWS gives to temporary keys
     */
    public static String accessKey(String taskId) {
        String digits = taskId.toUpperCase(Locale.ROOT) + "0".repeat(KEY_DIGITS);
        return "ASIA" + digits.substring(0, KEY_DIGITS);
    }

    /** Variables that every container of a task gets, unless its template or image sets them. */
    Map<String, String> variables(String taskId) {
        if (endpoint.isEmpty()) {
            return Map.of();
        }
        return Map.of("AWS_ENDPOINT_URL", endpoint, "AWS_REGION", region, "AWS_ACCESS_KEY_ID",
                accessKey(taskId),
                "AWS_SECRET_ACCESS_KEY", "local");
    }

    /** Adapts variables of the template: a step is shorter by the time scale, and without AWS nothing is published. */
    void adapt(Map<String, String> environment) {
        environment.computeIfPresent(STEP, (name, step) -> divided(step));
        environment.computeIfPresent(REGISTRY_STEP, (name, step) -> divided(step));
        if (endpoint.isEmpty()) {
            environment.computeIfPresent(ENABLED, (name, on) -> "false");
            if (environment.containsKey(REGISTRY_STEP)) {
                // Without an endpoint here the registry would publish to AWS itself
                environment.put(REGISTRY_ENABLED, "false");
            }
        }
    }

    private String divided(String step) {
        Matcher matcher = SIMPLE.matcher(step);
        Duration declared = matcher.matches()
                ? Duration.ofSeconds(Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1))
                : Duration.parse(step);
        return Math.max(1, declared.toSeconds() / timeScale) + "s";
    }
}
