// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;

/** The alarms of an environment's templates, guards included, as CloudFormation would create them. */
record TemplateAlarms(String environment, List<JsonNode> metricAlarms, List<JsonNode> composites) {

    private static final ThreadLocal<Consumer<ObjectNode>> BREAKING = new ThreadLocal<>();
    private static final Map<EnvironmentFile, TemplateAlarms> WHOLE = new ConcurrentHashMap<>();

    static TemplateAlarms of(String environment) {
        return of(EnvironmentFile.of(environment));
    }

    static TemplateAlarms of(EnvironmentFile file) {
        TemplateAlarms whole = WHOLE.computeIfAbsent(file, TemplateAlarms::read);
        return BREAKING.get() == null
                ? whole
                : new TemplateAlarms(file.environment(), broken(whole.metricAlarms), broken(whole.composites));
    }

    /** An environment with the tracing sidecar and so with all kinds of alarms. */
    static TemplateAlarms traced() {
        return of(EnvironmentFile.of("local").with("tracing:\n  enabled: false", "tracing:\n  enabled: true"));
    }

    private static TemplateAlarms read(EnvironmentFile file) {
        Assembly assembly = Assembly.of(file);
        return new TemplateAlarms(file.environment(), all(assembly, "AWS::CloudWatch::Alarm"),
                all(assembly, "AWS::CloudWatch::CompositeAlarm"));
    }

    private static List<JsonNode> broken(List<JsonNode> whole) {
        List<JsonNode> copies = whole.stream().map(JsonNode::deepCopy).toList();
        copies.forEach(alarm -> BREAKING.get().accept((ObjectNode) alarm));
        return copies;
    }

    /** Does something while each alarm that is read is changed before. */
    static void broken(Consumer<ObjectNode> change, Runnable action) {
        BREAKING.set(change);
        try {
            action.run();
        } finally {
            BREAKING.remove();
        }
    }

    /** Those of the repository that have alarms, and one with the tracing sidecar. */
    static Stream<TemplateAlarms> ofAllEnvironments() {
        return Stream.concat(Environments.NAMES.stream().map(TemplateAlarms::of)
                .filter(alarms -> !alarms.metricAlarms.isEmpty()), Stream.of(traced()));
    }

    Stream<JsonNode> all() {
        return Stream.concat(metricAlarms.stream(), composites.stream());
    }

    /** Those that tell somebody or roll back: all but the parts of others. */
    Stream<JsonNode> toRespondTo() {
        return all().filter(alarm -> !"part".equals(tag(alarm, "highlands:severity")));
    }

    JsonNode get(String kind) {
        return all().filter(alarm -> name(alarm).equals("highlands-" + environment + "-" + kind)).findFirst()
                .orElseThrow(() -> new AssertionError("no alarm " + kind + " in " + environment));
    }

    static String name(JsonNode alarm) {
        return alarm.get("AlarmName").asString();
    }

    static String tag(JsonNode alarm, String key) {
        return alarm.get("Tags").valueStream().filter(tag -> tag.get("Key").asString().equals(key))
                .map(tag -> tag.get("Value").asString()).findFirst().orElseThrow();
    }

    private static List<JsonNode> all(Assembly assembly, String type) {
        return assembly.parts().stream().flatMap(part -> assembly.all(part, type).stream()).toList();
    }
}
