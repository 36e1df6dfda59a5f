// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.fault.Faults;

import static io.highlands.local.ecs.RunningPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Faults in the count, the releases and the network of a running service, with real processes. */
class FaultsInServicesTest extends WithFaultKit {

    @Test
    void zeroTasksAreAsManyAsBeforeWhenItIsCleared() {
        kit.inject("zero-tasks app");
        await("no task", () -> kit.platform.tasks("app").isEmpty());
        assertThat(kit.faults.list()).hasSize(1);

        kit.faults.clear(Optional.empty());

        await("a task", () -> kit.platform.service("app").stable() && kit.platform.tasks("app").size() == 1);
    }

    @Test
    void zeroTasksThatSomebodyElseHasUndoneAreOverAndLeftAsTheyAre() {
        kit.inject("zero-tasks app");

        kit.platform.runtime().setDesiredCount("app", 2);

        assertThat(kit.faults.list()).isEmpty();
        assertThat(kit.platform.service("app").desired()).isEqualTo(2);
    }

    @Test
    void aReleaseThatCrashesIsRolledBackByEcsAndThenTheFaultIsOver() {
        kit.inject("bad-release app how=crash");

        assertThat(kit.platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:2");
        await("the release to be given up", () -> kit.faults.list().isEmpty());
        assertThat(kit.platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:1");
    }

    @Test
    void aReleaseIsReplacedByTheOneBeforeWhenItIsCleared() {
        kit.inject("bad-release app how=unhealthy");

        kit.faults.clear(Optional.empty());

        assertThat(kit.platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:1");
        await("no task of the release", () -> kit.platform.tasks("app").stream()
                .allMatch(task -> task.taskDefinition().equals("app:1")));
    }

    /** A release is an update of the service's stack: see {@link StackUpdatesTest}. */
    @Test
    void aReleaseThatIsGivenUpIsDeregistered() {
        kit.inject("bad-release app how=crash");

        await("the release to be given up", () -> kit.faults.list().isEmpty());
        assertThat(kit.platform.runtime().taskDefinitions().all()).extracting(TaskDefinitionRevision::isActive)
                .containsExactly(true, false);
    }

    @Test
    void aReleaseOfAServiceThatCallsNobodyCannotCallWrongly() {
        assertThatThrownBy(() -> kit.inject("bad-release app how=errors"))
                .hasMessage("bad-release: app calls nobody, so "
                        + "that its errors cannot be made; allowed: crash or unhealthy");
        assertThat(kit.platform.service("app").deployments()).hasSize(1);
    }

    @Test
    void metricsAreRefusedByTheAccessKeysOfThePresentTasks() {
        kit.inject("metrics-refused app");

        assertThat(kit.others.refused).containsExactly(AwsEnvironment.accessKey(kit.platform.onlyTask("app").id()));
        kit.faults.clear(Optional.empty());
        assertThat(kit.others.refused).isEmpty();
    }

    @Test
    void aSurgeGivesTheFormerRateBackUnlessSomebodyHasChangedIt() {
        kit.inject("surge rate=50");
        assertThat(kit.others.rate).isEqualTo(50);
        kit.faults.clear(Optional.empty());
        assertThat(kit.others.rate).isEqualTo(2);

        kit.inject("surge rate=50");
        kit.others.rate = 10;
        assertThat(kit.faults.list()).isEmpty();
        assertThat(kit.others.rate).isEqualTo(10);
    }

    @Test
    void whatIsNotThereCannotBeDisturbed() {
        assertThatThrownBy(() -> kit.inject("freeze other")).hasMessage("no service 'other'; there are: app");
        assertThatThrownBy(() -> kit.inject("latency other:app delay=1s"))
                .hasMessage("no service 'other'; there are: app");
        kit.inject("zero-tasks app");
        await("no task", () -> kit.platform.tasks("app").isEmpty());
        assertThatThrownBy(() -> kit.inject("freeze app")).hasMessage("app has no task now");
        assertThatThrownBy(() -> kit.inject("zero-tasks app"))
                .hasMessage("zero-tasks: the desired count of app is 0 already");
    }
}
