// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ParserMessage;

/**
 * The alarms that synthesized environments declare, by their tags {@code highlands:alarm} and {@code highlands:severity}.
 *
 * @param all those that tell somebody or guard a deployment, of all environments
 */
public record DeclaredAlarms(List<Alarm> all) {

    private static final String PART = "part";

    public DeclaredAlarms {
        all = List.copyOf(all);
    }

    /**
     * What a template declares of an alarm.
     *
     * @param name its name without {@code highlands-ENV-}
     * @param kind its kind
     * @param severity whom it tells: page, ticket or guard
     * @param dashboard the dashboard that its description names, without {@code highlands-ENV-}
     */
    public record Alarm(String name, String kind, String severity, String dashboard) {}

    /**
     * Reads templates.
     *
     * @param assemblies folders of synthesized environments, each named like its environment
     * @return their alarms
     */
    public static DeclaredAlarms in(Collection<Path> assemblies) {
        List<Alarm> alarms = new ArrayList<>();
        for (Path assembly : assemblies) {
            String prefix = "highlands-" + assembly.getFileName() + '-';
            templates(assembly).flatMap(template -> template.path("Resources").valueStream())
                    .filter(resource -> resource.path("Type").asString("").startsWith("AWS::CloudWatch::"))
                    .map(resource -> resource.path("Properties"))
                    .filter(alarm -> alarm.has("AlarmName") && !tag(alarm, "severity").equals(PART))
                    .forEach(alarm -> alarms.add(of(prefix, alarm)));
        }
        return new DeclaredAlarms(alarms);
    }

    Set<String> kinds() {
        return all.stream().map(Alarm::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> names() {
        return all.stream().map(Alarm::name).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Alarm> of(String kind) {
        return all.stream().filter(alarm -> alarm.kind().equals(kind)).toList();
    }

    private static Alarm of(String prefix, JsonNode alarm) {
        String dashboard = alarm.path("AlarmDescription").asString("").replaceFirst("(?s).*Dashboard: ", "");
        return new Alarm(without(prefix, alarm.path("AlarmName").asString("")), tag(alarm, "alarm"),
                tag(alarm, "severity"), without(prefix, dashboard));
    }

    private static String without(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static String tag(JsonNode alarm, String name) {
        return alarm.path("Tags").valueStream()
                .filter(tag -> tag.path("Key").asString("").equals("highlands:" + name))
                .map(tag -> tag.path("Value").asString("")).findFirst().orElse("");
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new RunbookException(file.toString(), Math.max(1, e.getLocation().getLineNr()),
                    "not a template in JSON: " + ParserMessage.of(e.getOriginalMessage()));
        }
    }

    private static Stream<JsonNode> templates(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(".template.json")).sorted()
                    .map(DeclaredAlarms::json).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
