// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;

/** Takes the pictures of the page's dashboard while the fault is at its worst. */
final class Peak implements Phase {

    /** As much of AWS's time as is seen before the fault. */
    private static final Duration BEFORE = Duration.ofMinutes(15);

    private static final String OF_A_SERVICE = "service";

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant now = context.target.now();
        context.panels.addAll(context.target.panels(dashboard(context),
                context.faultAt.orElse(now).minus(context.here(BEFORE)), now));
        return context.panels.size() + " panels";
    }

    private static String dashboard(RehearsalContext context) {
        String dashboard = context.page.front().dashboard();
        return dashboard.equals(OF_A_SERVICE) ? context.variables.getOrDefault("SERVICE", dashboard) : dashboard;
    }
}
