// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.util.List;

import io.highlands.local.runbook.Runbook;

/** A small page, and a rehearsal of it on a scripted platform. */
final class Pages {

    static final String PAGE = """
            ---
            alarm: no-healthy-host
            severity: page
            owner: platform
            dashboard: service
            rehearsal:
              fault: zero-tasks service-b
              with: {SERVICE: service-b}
              sick: [tasks-wanted]
              mitigation: [want-tasks]
              fires-within: 4m
              clears-within: 6m
              fis: local mode only, it is one call of the API
            expects: [no-healthy-host-service-b, availability-burn-fast]
            may-also-fire: [latency-slo]
            ---
            # No healthy host

            ## Meaning

            Nothing is there.

            ## Impact

            Users wait.

            ## First look

            ```sh { name=variables }
            export HIGHLANDS_ENV=prod SERVICE=service-b
            ```

            ## Diagnosis

            1. Tasks?

               ```sh { name=tasks-wanted }
               tasks
               ```

               - healthy: `^good`
               - sick: `^bad`
               - next: want more.

            2. And the others?

               ```sh { name=others }
               others
               ```

               - healthy: `^good`
               - sick: `^bad`
               - next: look there.

            ## Mitigation

            ### None is wanted

            ```sh { name=want-tasks }
            mitigate
            ```

            - effect: tasks start
            - risk: none
            - undo: want none

            ## Verification

            ```sh { name=served }
            served
            ```

            - healthy: `^good`
            - within: 5m

            ## Escalate

            Call.

            ## Rehearse

            With highlands rehearse.
            """;

    private Pages() {
    }

    static Runbook page() {
        return Runbook.parse("no-healthy-host", PAGE);
    }

    /** A platform on which the page holds. */
    static ScriptedTarget target() {
        ScriptedTarget target = new ScriptedTarget();
        target.firing.put("no-healthy-host-service-b", 30);
        target.firing.put("availability-burn-fast", 20);
        target.answers.put("others", "good 1\n");
        return target;
    }

    static Result rehearse(ScriptedTarget target) {
        return rehearse(target, page());
    }

    static Result rehearse(ScriptedTarget target, Runbook page) {
        return new Rehearsal(target, "local", 6, new Silent(), context -> List.of("replayed")).of(page);
    }

    record Silent() implements RehearsalListener {

        @Override
        public void begins(String page) {
            // Nobody follows.
        }

        @Override
        public void goesOn(String phase, String waitingFor, Duration since) {
            // Nobody follows.
        }

        @Override
        public void ended(String phase, String outcome, Duration took) {
            // Nobody follows.
        }

        @Override
        public void ended(Result result) {
            // Nobody follows.
        }
    }
}
