// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The alarms of the running platform, through CloudWatch's API on 127.0.0.1, as anybody can see them. */
public final class CloudWatchApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CHANGE = Pattern.compile("from \\w+ to (\\w+)");
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final List<String> KINDS = List.of("MetricAlarms", "CompositeAlarms");

    private final URI address;
    private final String prefix;

    /** Composite alarms and their parts, once they have been looked at: a part carries its whole's name and more. */
    private Set<String> wholes = Set.of();

    /**
     * Takes the platform's API.
     *
     * @param address where it is, such as {@code http://127.0.0.1:4566}
     * @param environment the environment, whose alarms are named {@code highlands-ENV-…}
     */
    public CloudWatchApi(URI address, String environment) {
        this.address = address;
        this.prefix = "highlands-" + environment + "-";
    }

    /** {@return the names of all alarms that tell somebody, without what all begin with} */
    Set<String> names() {
        alarms();
        return wholes.stream().map(name -> name.substring(prefix.length())).collect(Collectors.toSet());
    }

    /** {@return alarms in ALARM, parts of composite alarms left out, by name without {@code highlands-ENV-}: since when} */
    public Map<String, Instant> standing() {
        Map<String, Instant> standing = new TreeMap<>();
        alarms().stream().filter(alarm -> alarm.path("StateValue").asString().equals(StateChange.ALARM))
                .filter(alarm -> isWhole(alarm.path("AlarmName").asString()))
                .forEach(alarm -> standing.put(brief(alarm), time(alarm.path("StateTransitionedTimestamp"))));
        return standing;
    }

    /** See {@link RehearsalTarget#changes}. */
    List<StateChange> changes(Instant from) {
        alarms();
        List<StateChange> changes = new ArrayList<>();
        ObjectNode request = JSON.createObjectNode().put("HistoryItemType", "StateUpdate")
                .put("StartDate", from.toEpochMilli() / 1000.0).put("ScanBy", "TimestampAscending")
                .put("MaxRecords", 100);
        request.putArray("AlarmTypes").add("MetricAlarm").add("CompositeAlarm");
        for (JsonNode page : pages("DescribeAlarmHistory", request)) {
            for (JsonNode item : page.path("AlarmHistoryItems")) {
                Matcher change = CHANGE.matcher(item.path("HistorySummary").asString());
                if (isWhole(item.path("AlarmName").asString()) && change.find()) {
                    changes.add(new StateChange(time(item.path("Timestamp")), brief(item), change.group(1),
                            reason(item.path("HistoryData").asString(""))));
                }
            }
        }
        return changes;
    }

    /** {@return what stands above a dashboard's widgets, in order; empty where a widget has no title} */
    List<String> titles(String dashboard) {
        JsonNode answer = call("GetDashboard", JSON.createObjectNode().put("DashboardName", dashboard));
        List<String> titles = new ArrayList<>();
        JSON.readTree(answer.path("DashboardBody").asString("{}")).path("widgets")
                .forEach(widget -> titles.add(widget.path("properties").path("title").asString("")));
        return titles;
    }

    /**
     * The metric queries of a deployed alarm, as DescribeAlarms has them.
     *
     * @param beginning what its name begins with, without {@code highlands-ENV-}
     * @return those of the first metric alarm of that name; empty without one
     */
    public List<JsonNode> queries(String beginning) {
        return alarms().stream().filter(alarm -> alarm.path("AlarmName").asString().startsWith(prefix + beginning))
                .map(alarm -> alarm.path("Metrics")).filter(queries -> !queries.isEmpty()).findFirst()
                .map(queries -> queries.valueStream().toList()).orElse(List.of());
    }

    /** {@return the Region that the platform stands for, which its alarms' ARNs name} */
    String region() {
        return alarms().stream().map(alarm -> alarm.path("AlarmArn").asString("").split(":"))
                .filter(parts -> parts.length > 3).map(parts -> parts[3]).findFirst()
                .orElseThrow(() -> new RehearsalException("no alarm is deployed under " + prefix
                        + ": there is nothing to rehearse"));
    }

    private List<JsonNode> alarms() {
        ObjectNode request = JSON.createObjectNode().put("AlarmNamePrefix", prefix).put("MaxRecords", 100);
        request.putArray("AlarmTypes").add("MetricAlarm").add("CompositeAlarm");
        List<JsonNode> alarms = new ArrayList<>();
        Set<String> composites = new TreeSet<>();
        for (JsonNode page : pages("DescribeAlarms", request)) {
            KINDS.forEach(kind -> page.path(kind).forEach(alarms::add));
            page.path("CompositeAlarms").forEach(alarm -> composites.add(alarm.path("AlarmName").asString()));
        }
        Set<String> found = new HashSet<>();
        alarms.forEach(alarm -> {
            String name = alarm.path("AlarmName").asString();
            boolean part = composites.stream().anyMatch(whole -> name.startsWith(whole + "-"));
            boolean forOthers = composites.contains(name) && alarm.path("AlarmActions").isEmpty();
            if (!part && !forOthers) {
                found.add(name);
            }
        });
        wholes = found;
        return alarms;
    }

    private boolean isWhole(String name) {
        return wholes.contains(name);
    }

    private String brief(JsonNode alarm) {
        return alarm.path("AlarmName").asString().substring(prefix.length());
    }

    private static Instant time(JsonNode seconds) {
        return Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000));
    }

    private static String reason(String data) {
        try {
            return data.isEmpty() ? "" : JSON.readTree(data).path("newState").path("stateReason").asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }

    private List<JsonNode> pages(String operation, ObjectNode request) {
        List<JsonNode> pages = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = call(operation, next.isEmpty() ? request : request.deepCopy().put("NextToken", next));
            pages.add(page);
            next = page.path("NextToken").asString("");
        } while (!next.isEmpty());
        return pages;
    }

    private JsonNode call(String operation, JsonNode request) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
            connection.setRequestProperty("X-Amz-Target", "GraniteServiceVersion20100801." + operation);
            connection.getOutputStream().write(JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != 200) {
                throw new RehearsalException(operation + " at " + address + " answers "
                        + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                return JSON.readTree(body.readAllBytes());
            }
        } catch (IOException | JacksonException e) {
            throw new RehearsalException(operation + " at " + address + ": " + e.getMessage(), e);
        }
    }
}
