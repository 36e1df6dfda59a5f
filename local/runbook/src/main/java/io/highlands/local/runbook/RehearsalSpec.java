// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a page is rehearsed.
 *
 * @param fault the fault specification, as {@code highlands fault inject} takes them
 * @param with values of the page's variables, without HIGHLANDS_ENV, which the rehearsal knows
 * @param sick names of the diagnosis steps that say "sick" under this fault; all others say "healthy"
 * @param mitigation names of the mitigation's commands that are run, in this order
 * @param firesWithin AWS's time from the fault to ALARM; in local mode divided by the time scale
 * @param clearsWithin AWS's time from the mitigation until what was expected is OK again, burn rates apart
 * @param requestsPerSecond requests a second that the platform sends itself at least while the page is rehearsed; 0 where its
 *     own load is enough
 * @param needsTracing whether it is rehearsed with tracing switched on; default false
 * @param virtual whether the alarm fires in virtual time only, over what was recorded; default false
 * @param fis the action of AWS FIS that does the same in an account, or {@code local mode only, REASON}
 */
public record RehearsalSpec(String fault, Map<String, String> with, List<String> sick, List<String> mitigation,
        Duration firesWithin, Duration clearsWithin, int requestsPerSecond, boolean needsTracing, boolean virtual,
        String fis) {

    public RehearsalSpec {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        sick = List.copyOf(sick);
        mitigation = List.copyOf(mitigation);
    }

    /** {@return the services that the fault names: one, or caller and callee of an edge; none where it is of the whole platform} */
    public List<String> services() {
        return Stream.of(fault.split(" ")).skip(1).limit(1).filter(word -> !word.contains("="))
                .flatMap(word -> Stream.of(word.split(":"))).toList();
    }

    /**
     * The same rehearsal on other services.
     *
     * @param disturbed the fault specification
     * @param values values of the page's variables
     * @return how it is rehearsed then
     */
    public RehearsalSpec on(String disturbed, Map<String, String> values) {
        return new RehearsalSpec(disturbed, values, sick, mitigation, firesWithin, clearsWithin, requestsPerSecond,
                needsTracing, virtual, fis);
    }
}
