// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks back over the rehearsal: no alarm has fired that the page does not name. */
final class Unexpected implements Phase {

    @Override
    public String name() {
        return "other alarms";
    }

    @Override
    public String run(RehearsalContext context) {
        Instant fault = context.faultAt.orElseThrow();
        List<StateChange> changes = context.target.changes(fault.minus(context.here(BurnRates.LONGEST)));
        Set<String> fired = new TreeSet<>();
        Set<String> remembered = new HashSet<>();
        for (StateChange change : changes) {
            if (change.fires()) {
                (change.at().isBefore(fault) ? remembered : fired).add(change.alarm());
            }
        }
        // A burn rate that an earlier fault set off comes and goes while its windows remember that one.
        fired.removeIf(name -> BurnRates.are(name) && remembered.contains(name));
        fired.removeAll(context.expected());
        fired.removeAll(context.page.front().mayAlsoFire());
        fired.forEach(name -> context.fail("other alarms: " + name + " fired, and " + context.page.file()
                + " names it neither in expects nor in may-also-fire: " + reason(changes, name)));
        return "none that the page does not name";
    }

    private static String reason(List<StateChange> changes, String alarm) {
        return changes.stream().filter(change -> change.alarm().equals(alarm) && change.fires())
                .map(StateChange::reason).reduce((first, second) -> second).orElse("");
    }
}
