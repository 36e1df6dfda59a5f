// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.fault.effects.Switches;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.RestartPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/** A running service with an agent beside it, and faults that are injected into them. */
final class FaultKit implements AutoCloseable {

    final RunningPlatform platform;
    final Faults faults;
    final Others others = new Others();

    FaultKit(Path folder) {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
        ContainerSpec agent = new ContainerSpec("datadog-agent", "public.ecr.aws/datadog/agent:7.84.6", null, false,
                Map.of(), Map.of(), List.of(), List.of(), null, List.of(),
                new HealthCheckSpec(List.of("CMD", "/probe.sh"), Duration.ofMillis(100), Duration.ofSeconds(5), 3,
                        Duration.ofSeconds(60)),
                List.of(), Duration.ofSeconds(30), 256, null, 100, true, null, null, RestartPolicy.NONE);
        platform = new RunningPlatform(folder, TestService.platform(new TestService("app").container(agent)
                .healthCheck(new HealthCheckSpec(List.of("CMD", "/app/launch", "health"), Duration.ofSeconds(10),
                        Duration.ofSeconds(5), 2, Duration.ofSeconds(10)))))
                .start();
        faults = new Faults(new LocalFaults(platform.runtime(), others), Clock.systemUTC());
    }

    Fault inject(String words) {
        return faults.inject(FaultSpec.parse(words), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        faults.close();
        platform.close();
    }

    /** What is not a task, as far as these faults reach it. */
    static final class Others implements Switches {

        double rate = 2;
        Set<String> refused = Set.of();
        String lost = "";

        @Override
        public double load() {
            return rate;
        }

        @Override
        public void load(double perSecond) {
            rate = perSecond;
        }

        @Override
        public void storeFull(boolean full) {
            throw new AssertionError("the store is not concerned");
        }

        @Override
        public Runnable refuse(Set<String> accessKeys, String operation) {
            assertThat(operation).isEqualTo("cloudwatch:PutMetricData");
            refused = accessKeys;
            return () -> refused = Set.of();
        }

        @Override
        public Runnable loseSpans(String service) {
            lost = service;
            return () -> lost = "";
        }
    }
}
