// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.List;

/** What is always published while all services run two tasks and nobody asks for anything. */
final class Normal {

    private static final List<String> SERVICES = List.of("service-a", "service-b", "service-c");
    private static final List<String> ENTRIES = List.of("service-a", "service-b");

    private Normal() {
    }

    static Story tell(Story story, int minutes) {
        for (String service : SERVICES) {
            story.with("RunningTaskCount " + service, "2x" + minutes)
                    .with("DesiredTaskCount " + service, "2x" + minutes)
                    .with("telemetry.publish.failures " + service, "0x" + minutes);
        }
        ENTRIES.forEach(service -> story.with("HealthyHostCount entry " + service, "2x" + minutes));
        return story;
    }
}
