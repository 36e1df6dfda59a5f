// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.HashMap;
import java.util.Map;

import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/**
 * The bounds that Application Auto Scaling puts on services' desired counts. AWS raises or lowers a count into them at
 * once, so that much is done here too; nothing moves it afterwards.
 */
final class ScalableTargets {

    private static final int MAX_TASKS = 5000;

    private final Map<String, Bounds> byResource = new HashMap<>();

    private record Bounds(int least, int most) {}

    static ScalableTargets read(Inventory inventory) {
        ScalableTargets targets = new ScalableTargets();
        for (Properties target : inventory.all("AWS::ApplicationAutoScaling::ScalableTarget")) {
            if (target.text("ScalableDimension").equals("ecs:service:DesiredCount")) {
                int least = target.integer("MinCapacity", 0, MAX_TASKS);
                Bounds bounds = new Bounds(least, target.integer("MaxCapacity", least, MAX_TASKS));
                targets.byResource.put(target.text("ResourceId"), bounds);
            }
        }
        return targets;
    }

    int desiredCount(String cluster, String service, int declared) {
        Bounds bounds = byResource.get("service/" + cluster + "/" + service);
        return bounds == null ? declared : Math.clamp(declared, bounds.least(), bounds.most());
    }
}
