// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what an environment's templates declare with what is there. Nothing is changed by it. */
public final class Verification {

    private final Map<String, String> dashboards;
    private final Set<String> alarms;
    private final Account account;
    private final Incidents incidents;

    /**
     * A comparison.
     *
     * @param dashboards DashboardBody by DashboardName, from the templates
     * @param alarms names of the alarms, from the templates
     * @param aws where to look
     * @param incidents metrics that need not exist yet
     */
    public Verification(Map<String, String> dashboards, Set<String> alarms, AwsCli aws, Incidents incidents) {
        this.dashboards = new TreeMap<>(dashboards);
        this.alarms = new TreeSet<>(alarms);
        this.account = new Account(aws);
        this.incidents = incidents;
    }

    /**
     * Looks, each time anew.
     *
     * @param prefix how the names of the environment's dashboards and alarms begin
     * @param until the end of the window in which series should have data
     * @param window how long the window is
     * @return what was found
     * @throws VerifyException when the account cannot be asked
     */
    public Report run(String prefix, Instant until, Duration window) {
        return new Look(dashboards, alarms, account, incidents).run(prefix, until, window);
    }
}
