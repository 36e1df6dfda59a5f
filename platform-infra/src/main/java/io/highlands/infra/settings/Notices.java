// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.highlands.dashboards.cloudwatch.alarm.Severity;

/** What is allowed in an environment, and what whoever deploys it has to know. */
public final class Notices {

    private static final String NEVER_DEPLOYED = "local";

    private Notices() {
    }

    /** The notices of an environment, one line each, by an id that stays the same. */
    public static SequencedMap<String, String> of(Environment environment) {
        SequencedMap<String, String> notices = new TreeMap<>();
        if (NEVER_DEPLOYED.equals(environment.name())) {
            return notices;
        }
        var entry = environment.loadBalancer();
        if (entry.certificate().isEmpty() && entry.allowFrom().isEmpty()) {
            notices.put("highlands:plainHttp", "requests come from anywhere and without TLS: loadBalancer has neither "
                    + "certificate nor allowFrom (allowFrom: [0.0.0.0/0] says that this is meant)");
        }
        var notify = environment.notifications();
        List<String> own = notify.ownTopics(environment.alarmLevel()).stream().map(Severity::word).toList();
        if (!own.isEmpty() && notify.email().isEmpty()) {
            notices.put("highlands:nobodyIsTold", "alarms of severity %s reach nobody: notify names neither topics for "
                    .formatted(String.join(" and ", own))
                    + "them nor email, so somebody has to subscribe to those of the stack highlands-%s-observability"
                            .formatted(environment.name()));
        }
        return notices;
    }
}
