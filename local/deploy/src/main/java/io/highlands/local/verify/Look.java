// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** One look of a {@link Verification}, which collects what it finds. */
final class Look {

    private final Map<String, String> dashboards;
    private final Set<String> alarms;
    private final Account account;
    private final Incidents incidents;

    private final List<Gap> gaps = new ArrayList<>();
    private final List<DeclaredSeries> series = new ArrayList<>();
    private final List<DeclaredSearch> searches = new ArrayList<>();

    Look(Map<String, String> dashboards, Set<String> alarms, Account account, Incidents incidents) {
        this.dashboards = dashboards;
        this.alarms = alarms;
        this.account = account;
        this.incidents = incidents;
    }

    Report run(String prefix, Instant until, Duration window) {
        Set<String> dashboardsThere = account.dashboards(prefix);
        dashboards.keySet().parallelStream().filter(dashboardsThere::contains)
                .map(name -> Map.entry(name, account.body(name))).toList()
                .forEach(entry -> dashboard(entry.getKey(), entry.getValue()));
        missing("dashboard", dashboards.keySet(), dashboardsThere);
        Map<String, JsonNode> alarmsThere = account.alarms(prefix);
        missing("alarm", alarms, alarmsThere.keySet());
        Map<String, Integer> states = new TreeMap<>();
        alarms.stream().filter(alarmsThere::containsKey)
                .forEach(name -> states.merge(alarm(name, alarmsThere.get(name)), 1, Integer::sum));
        SeriesCheck check = new SeriesCheck(account, incidents);
        check.run(series, searches, until.minus(window), until);
        gaps.addAll(check.gaps);
        return new Report(dashboards.size(), present(dashboards.keySet(), dashboardsThere), alarms.size(),
                present(alarms, alarmsThere.keySet()), states, check.total, check.withData,
                check.quiet.stream().sorted().toList(), check.excused.stream().sorted().toList(),
                gaps.stream().sorted().toList());
    }

    private void dashboard(String name, String body) {
        Used used = Used.by(name, body);
        series.addAll(used.series());
        searches.addAll(used.searches());
        Set<String> declared = new TreeSet<>(Used.by(name, dashboards.get(name)).shape());
        Set<String> deployed = used.shape();
        declared.removeAll(deployed);
        if (!declared.isEmpty()) {
            gaps.add(
                    new Gap("dashboard", name, "is older than the template: it has no " + String.join(", ", declared)));
        }
    }

    private String alarm(String name, JsonNode alarm) {
        Account.watched(alarm).forEach(metric -> series.add(new DeclaredSeries(metric, "alarm " + name)));
        String state = alarm.path("StateValue").asString();
        if (state.equals("INSUFFICIENT_DATA")) {
            gaps.add(new Gap("alarm", name, "is in INSUFFICIENT_DATA: " + alarm.path("StateReason").asString()));
        }
        return state;
    }

    private void missing(String kind, Set<String> declared, Set<String> there) {
        declared.stream().filter(name -> !there.contains(name))
                .forEach(name -> gaps.add(new Gap(kind, name, "is declared and not there")));
    }

    private static int present(Set<String> declared, Set<String> there) {
        return (int) declared.stream().filter(there::contains).count();
    }
}
