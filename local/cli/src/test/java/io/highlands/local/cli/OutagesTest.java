// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Outages under a little load raise the alarms that the runbooks' table names and no others, and these clear. */
@Order(1)
class OutagesTest extends OnObservedPlatform {

    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    /** Three periods of ten seconds, the evaluation after them, and a machine that is shared. */
    private static final Duration FIRES = Duration.ofSeconds(60);
    private static final Duration CLEARS = Duration.ofSeconds(120);

    @Test
    @Tag("rehearsal")
    void withServiceAGoneItsAlarmsStandAndNoOthers() throws Exception {
        platform.up("--scale", "service-a=0");
        try {
            standAsTheTableSays("service-a gone for good");
        } finally {
            platform.up("--scale", "service-a=1");
        }
        clears("service-a");
    }

    @Test
    void withEveryTaskOfServiceBFrozenItsAlarmsStandAndNoOthers() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Set<Long> frozen = new HashSet<>();
        Thread freezer = Thread.ofPlatform().daemon().start(() -> {
            while (!ended.get()) {
                freeze(frozen);
                ObservedPlatform.pause(250);
            }
        });
        try {
            standAsTheTableSays("all tasks of service-b unhealthy");
        } finally {
            ended.set(true);
            freezer.join();
            ObservedPlatform.signal("CONT", frozen);
        }
        clears("service-b");
    }

    private void freeze(Set<Long> frozen) {
        try {
            Set<Long> pids = platform.pids("service-b");
            ObservedPlatform.signal("STOP", pids);
            frozen.addAll(pids);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void standAsTheTableSays(String fault) throws Exception {
        String[] row = Files.readString(HighlandsProcess.CHECKOUT.resolve("runbooks/README.md")).lines()
                .filter(line -> line.startsWith("| " + fault + " |")).findFirst().orElseThrow().split("\\|");
        Set<String> expected = names(row[2]);

        ObservedPlatform.within(FIRES, () -> standing().keySet().containsAll(expected));

        TreeMap<String, String> standing = standing();
        assertThat(standing.keySet()).as("what stands when " + fault).containsAll(expected);
        Set<String> allowed = new TreeSet<>(expected);
        allowed.addAll(names(row[3]));
        assertThat(standing.keySet()).as("what else stands when " + fault).isSubsetOf(allowed);
        assertThat(standing.values()).as("reasons in words").allMatch(reason -> reason.length() > 20);
    }

    /** Everything but the burn rates, whose windows remember the outage for minutes. */
    private void clears(String service) {
        boolean cleared = ObservedPlatform.within(CLEARS, () -> standing().keySet().stream()
                .allMatch(name -> name.startsWith("availability-burn-")) && runs(service));
        assertThat(cleared).as("still standing: " + standing()).isTrue();
    }

    private static Set<String> names(String cell) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(cell).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private TreeMap<String, String> standing() {
        try {
            return platform.standing();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean runs(String service) {
        return platform.status().services().stream()
                .anyMatch(each -> each.name().equals(service) && each.running() > 0 && each.stable());
    }
}
