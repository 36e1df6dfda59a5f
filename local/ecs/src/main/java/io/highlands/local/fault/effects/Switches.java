// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.Set;

/** What faults reach that is not a task. */
public interface Switches {

    /** {@return requests a second of the load; 0 when there is none} */
    double load();

    /**
     * Changes the load.
     *
     * @param perSecond requests a second; 0 for none
     */
    void load(double perSecond);

    /**
     * Lets the telemetry store find no room, or room again.
     *
     * @param full whether there is none
     */
    void storeFull(boolean full);

    /**
     * Refuses calls of AWS's APIs.
     *
     * @param accessKeys of the callers
     * @param operation as a policy names it
     * @return takes it back
     */
    Runnable refuse(Set<String> accessKeys, String operation);

    /**
     * Loses the spans that tasks send to their tracing sidecar.
     *
     * @param service the service's name
     * @return takes it back
     */
    Runnable loseSpans(String service);
}
