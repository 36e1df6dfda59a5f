// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ParserMessage;

/** Reads a dashboard body, and writes down what is wrong with it. */
final class DashboardBodyParser {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_WIDGETS = 500;
    private static final int MAX_VARIABLES = 25;
    private static final int MAX_METRICS = 2_500;

    private final List<DashboardMessage> messages = new ArrayList<>();
    private final Map<String, String> choices;

    DashboardBodyParser(Map<String, String> choices) {
        this.choices = Map.copyOf(choices);
    }

    List<DashboardMessage> messages() {
        return messages;
    }

    DashboardBody parse(String body) {
        Node root = root(body);
        List<Variable> variables = variables(root);
        Substitution substitution = Substitution.of(variables, choices);
        if (substitution.changesText()) {
            root = new Node(substitution.text(root.json()), "", messages);
        }
        root.only("widgets", "variables", "start", "end", "periodOverride");
        if (!root.at("widgets").there()) {
            root.error("Should have required property 'widgets'");
        }
        WidgetParser parser = new WidgetParser(substitution);
        List<Widget> widgets = new ArrayList<>();
        root.at("widgets").items(0, MAX_WIDGETS).forEach(node -> parser.widget(node).ifPresent(widgets::add));
        long metrics = widgets.stream().filter(MetricWidget.class::isInstance).map(MetricWidget.class::cast)
                .mapToLong(widget -> widget.rows().size()).sum();
        if (metrics > MAX_METRICS) {
            root.at("widgets").error("Should have at most " + MAX_METRICS + " metrics on a dashboard, not " + metrics);
        }
        return withRange(root, widgets, variables);
    }

    private Node root(String body) {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JacksonException e) {
            messages.add(new DashboardMessage("/", "The field DashboardBody must be a valid JSON object: "
                    + ParserMessage.of(e.getOriginalMessage()), true));
            tree = JSON.createObjectNode();
        }
        Node root = new Node(tree, "", messages);
        root.requireObject();
        return root;
    }

    private DashboardBody withRange(Node root, List<Widget> widgets, List<Variable> variables) {
        Node startNode = root.at("start");
        String start = startNode.text("");
        Optional<Duration> relative = start.startsWith("-P") ? relative(startNode, start) : Optional.empty();
        Optional<Instant> from = start.isEmpty() || start.startsWith("-P") ? Optional.empty() : moment(startNode);
        Optional<Instant> end = root.at("end").there() ? moment(root.at("end")) : Optional.empty();
        if (root.at("end").there() && start.isEmpty()) {
            root.at("end").error("Should not be given without 'start'");
        }
        boolean inherit = root.at("periodOverride").word("auto", "auto", "inherit").equals("inherit");
        return new DashboardBody(List.copyOf(widgets), variables, relative, from, end, inherit);
    }

    /** A length such as {@code -PT3H}. */
    static Optional<Duration> relative(Node node, String text) {
        String length = text.substring(1);
        try {
            if (length.startsWith("PT")) {
                return Optional.of(Duration.parse(length));
            }
            int time = length.indexOf('T');
            Period days = Period.parse(time < 0 ? length : length.substring(0, time));
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + length.substring(time));
            return Optional.of(Duration.ofDays(days.toTotalMonths() * 30 + days.getDays()).plus(rest));
        } catch (DateTimeException e) {
            node.error("Should be a moment such as 2026-01-05T12:00:00.000Z or a length such as -PT3H, not '" + text
                    + "'");
            return Optional.empty();
        }
    }

    /** A moment as ISO 8601 writes it. */
    static Optional<Instant> moment(Node node) {
        String text = node.text("");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            node.error("Should be a moment such as 2026-01-05T12:00:00.000Z, not '" + text + "'");
            return Optional.empty();
        }
    }

    private static List<Variable> variables(Node root) {
        List<Variable> variables = new ArrayList<>();
        for (Node node : root.at("variables").items(0, MAX_VARIABLES)) {
            boolean property = node.at("type").word("", "property", "pattern").equals("property");
            String target = node.at(property ? "property" : "pattern").text("");
            if (target.isEmpty()) {
                node.error("Should have required property '" + (property ? "property" : "pattern") + "'");
            }
            List<Variable.Choice> choices = node.at("values").items(1, 500).stream()
                    .map(value -> new Variable.Choice(value.at("value").text(""),
                            value.at("label").text(value.at("value").text(""))))
                    .toList();
            String first = choices.isEmpty() ? "" : choices.getFirst().value();
            String fallback = node.at("defaultValue").text("");
            String id = node.at("id").text("");
            if (id.isEmpty() || id.length() > 32) {
                node.at("id").error("Should have 1 to 32 characters, not " + id.length());
            }
            variables.add(new Variable(property, target, id, node.at("label").text(id),
                    node.at("inputType").word("input", "input", "select", "radio"),
                    fallback.equals("__FIRST") ? first : fallback, choices, node.at("search").text(""),
                    node.at("populateFrom").text(""), node.at("visible").truth(true)));
        }
        return List.copyOf(variables);
    }
}
