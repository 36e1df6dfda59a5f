// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

/** Which numbers of tasks a service may be asked to have. */
final class DesiredCounts {

    private static final int MOST = 50;

    private DesiredCounts() {
    }

    static void check(Map<String, Integer> scale, Platform platform) {
        List<String> names = platform.services().stream().map(ServiceSpec::name).toList();
        new TreeMap<>(scale).forEach((name, count) -> {
            if (!names.contains(name)) {
                throw new EcsException("--scale " + name + "=" + count + ": no such service; there are: "
                        + String.join(", ", names));
            }
            check(name, count);
        });
    }

    static void check(String service, int count) {
        if (count < 0 || count > MOST) {
            throw new EcsException(service + "=" + count + ": the number of tasks must be 0 to " + MOST);
        }
    }
}
