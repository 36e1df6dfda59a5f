// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessUsageTest {

    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void theTimeOfAProcessGrowsAsItWorks() {
        Duration before = ProcessUsage.of(OWN).orElseThrow().cpu();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (ProcessUsage.of(OWN).orElseThrow().cpu().equals(before) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(ProcessUsage.of(OWN).orElseThrow().cpu()).isGreaterThan(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJvmTakesSomeMegabytes() {
        assertThat(ProcessUsage.of(OWN).orElseThrow().memoryBytes().orElseThrow()).isBetween(20L << 20, 8L << 30);
    }

    @Test
    void whatHasEndedUsesNothing() {
        TaskUsage usage = new TaskUsage();
        usage.read(Set.of(Long.MAX_VALUE), Instant.now(), Duration.ofSeconds(10));
        assertThat(ProcessUsage.of(Long.MAX_VALUE)).isEmpty();
    }
}
