// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.highlands.local.balancer.TargetHealth;

/**
 * Health of one task in its target groups, by the groups' names.
 *
 * @param states such as {@code healthy}
 * @param reasons why, where it is not healthy
 */
record TargetStates(Map<String, String> states, Map<String, String> reasons) {

    static TargetStates of(Map<String, TargetHealth> byArn) {
        TargetStates targets = new TargetStates(new LinkedHashMap<>(), new LinkedHashMap<>());
        byArn.forEach((arn, health) -> {
            String group = arn.replaceAll(".*:targetgroup/([^/]+).*", "$1");
            targets.states.put(group, health.state().name().toLowerCase(Locale.ROOT));
            if (!health.reason().isEmpty()) {
                targets.reasons.put(group, health.reason());
            }
        });
        return targets;
    }
}
