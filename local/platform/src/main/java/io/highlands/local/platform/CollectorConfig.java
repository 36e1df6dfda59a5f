// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.ParserMessage;
import io.highlands.local.yaml.YamlDepth;

/**
 * What the intake takes from the configuration of an OpenTelemetry Collector: which traces are kept, and which spans are
 * filtered. Whatever else would change what arrives is refused; what only changes how it is sent is not looked at.
 *
 * @param samplePercent part of the traces that {@code probabilistic_sampler} keeps, 0 to 100; 100 without one
 * @param unwanted names of first spans that {@code filter} drops
 * @param region AWS Region of the extension {@code sigv4auth}; empty without one
 */
record CollectorConfig(double samplePercent, Set<String> unwanted, String region) {

    /** The variable that the ADOT Collector's image takes its configuration from, as YAML. */
    static final String VARIABLE = "AOT_CONFIG_CONTENT";

    private static final Pattern CONDITION = Pattern.compile("IsRootSpan\\(\\) and name == \"([^\"\\\\]+)\"");
    /** Processors that change when and in what portions spans are sent, and not which. */
    private static final Set<String> NEUTRAL = Set.of("memory_limiter", "batch");

    CollectorConfig {
        unwanted = Set.copyOf(unwanted);
    }

    /**
     * Reads the variable's value.
     *
     * @param text the configuration, YAML or JSON
     * @throws ControlException when it is no configuration, or has what the intake cannot do
     */
    static CollectorConfig read(String text) {
        Map<?, ?> root = map(parse(text), "the configuration");
        String endpoint = String.valueOf(at(root, "receivers", "otlp", "protocols", "http", "endpoint"));
        if (!endpoint.endsWith(":4318")) {
            throw refuse("receivers.otlp.protocols.http.endpoint", endpoint, "an address with port 4318");
        }
        Map<?, ?> pipelines = map(at(root, "service", "pipelines"), "service.pipelines");
        if (!pipelines.keySet().equals(Set.of("traces"))) {
            throw refuse("service.pipelines", pipelines.keySet().toString(), "traces alone");
        }
        double percent = 100;
        Set<String> unwanted = new HashSet<>();
        for (Object name : list(at(pipelines, "traces", "processors"), "service.pipelines.traces.processors")) {
            String type = String.valueOf(name).split("/")[0];
            String place = "processors." + name;
            Object settings = at(root, "processors", String.valueOf(name));
            if (type.equals("probabilistic_sampler")) {
                percent = percent * sampled(map(settings, place), place) / 100;
            } else if (type.equals("filter")) {
                unwanted.addAll(filtered(map(settings, place), place));
            } else if (!NEUTRAL.contains(type)) {
                throw refuse("service.pipelines.traces.processors", String.valueOf(name),
                        "batch, filter, memory_limiter, probabilistic_sampler");
            }
        }
        Object region = at(root, "extensions", "sigv4auth", "region");
        return new CollectorConfig(percent, unwanted, region == null ? "" : region.toString());
    }

    private static double sampled(Map<?, ?> sampler, String place) {
        if (!"proportional".equals(sampler.get("mode"))) {
            throw refuse(place + ".mode", String.valueOf(sampler.get("mode")), "proportional");
        }
        if (sampler.get("sampling_percentage") instanceof Number percent && percent.doubleValue() >= 0) {
            return Math.min(percent.doubleValue(), 100);
        }
        throw refuse(place + ".sampling_percentage", String.valueOf(sampler.get("sampling_percentage")), "0 to 100");
    }

    private static Set<String> filtered(Map<?, ?> filter, String place) {
        if (!Set.of("error_mode", "traces").containsAll(filter.keySet())) {
            throw refuse(place, filter.keySet().toString(), "error_mode, traces");
        }
        Map<?, ?> traces = map(filter.get("traces"), place + ".traces");
        if (!traces.keySet().equals(Set.of("span"))) {
            throw refuse(place + ".traces", traces.keySet().toString(), "span");
        }
        return list(traces.get("span"), place + ".traces.span").stream().map(String::valueOf).map(condition -> {
            Matcher matcher = CONDITION.matcher(condition);
            if (!matcher.matches()) {
                throw refuse(place + ".traces.span", condition, "IsRootSpan() and name == \"NAME\"");
            }
            return matcher.group(1);
        }).collect(Collectors.toSet());
    }

    private static Object parse(String text) {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            YamlDepth.check(settings, text);
            return new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse("");
            throw new ControlException(VARIABLE + " is no YAML" + line + ": " + ParserMessage.of(e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new ControlException(VARIABLE + " is no YAML: " + ParserMessage.of(e.getMessage()), e);
        }
    }

    /** What is at the end of a path; null where there is nothing. */
    private static Object at(Map<?, ?> root, String... path) {
        Object at = root;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }

    private static Map<?, ?> map(Object found, String place) {
        if (found instanceof Map<?, ?> map) {
            return map;
        }
        throw refuse(place, found == null ? "nothing" : "something else", "a mapping");
    }

    private static List<?> list(Object found, String place) {
        if (found instanceof List<?> list) {
            return list;
        }
        throw refuse(place, found == null ? "nothing" : "something else", "a list");
    }

    private static ControlException refuse(String place, String found, String allowed) {
        return new ControlException(VARIABLE + ": " + place + " is '" + found + "'; allowed here: " + allowed);
    }
}
