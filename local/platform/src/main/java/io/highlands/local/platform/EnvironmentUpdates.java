// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.RollOrder;
import io.highlands.local.error.UserError;
import io.highlands.local.platform.standin.StandIns;
import io.highlands.local.provision.Deployed;

/**
 * Changes what runs, all or nothing: everything is checked before the first change, and when a step fails nevertheless, the
 * environment goes back to what ran before. CloudFormation does so for each stack, here it is done for all together.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html">Choose how to
 *     handle failures when provisioning resources</a>
 */
final class EnvironmentUpdates {

    /** How long a change of services may take; a roll-back may take as long again. */
    static final Duration ROLL_TIMEOUT = Duration.ofMinutes(8);

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final RunOptions options;
    private final EcsRuntime runtime;
    private final Observability observability;
    private final StandIns standIns;
    private volatile Deployed deployed;
    /** The digest of the assembly that runs whole. */
    private String applied;

    EnvironmentUpdates(RunOptions options, EcsRuntime runtime, Observability observability, StandIns standIns,
            Deployed deployed, String digest) {
        this.options = options;
        this.runtime = runtime;
        this.observability = observability;
        this.standIns = standIns;
        this.deployed = deployed;
        this.applied = digest;
    }

    /** What runs, or is about to. */
    Deployed deployed() {
        return deployed;
    }

    /**
     * Takes over changed templates, images and numbers of tasks.
     *
     * @param request what is wanted
     * @return what was changed
     * @throws UserError in one line, when something is refused or has failed; then what ran before runs
     */
    synchronized AppliedChange apply(ApplyRequest request) {
        if (!request.sideBySide()) {
            // The tracing switch changes no code: what is being developed stays
            runtime.useBuiltImages();
        }
        Path assembly = Path.of(request.assembly());
        String digest = AssemblyDigest.of(assembly);
        boolean templates = !digest.equals(applied) || standIns.differ(request.variables());
        Deployed before = deployed;
        Deployed next = templates
                ? Deployed.read(assembly, standIns.values(assembly, options.localValues(), request.variables()))
                : before;
        runtime.check(next.platform(), request.scale());
        observability.check(next);
        Map<String, String> ran = deployments();
        Map<String, Integer> counts = counts();
        try {
            deploy(next, templates, request.sideBySide() ? RollOrder.SIDE_BY_SIDE : RollOrder.ONE_AFTER_ANOTHER);
            scale(request.scale());
        } catch (RuntimeException failure) {
            rollBack(before, next, counts, failure);
        }
        applied = digest;
        standIns.take(request.variables());
        closeUnusedIntake();
        Map<String, String> runs = deployments();
        return new AppliedChange(templates,
                runs.keySet().stream().filter(name -> !runs.get(name).equals(ran.get(name))).toList());
    }

    private void deploy(Deployed next, boolean templates, RollOrder order) {
        if (templates) {
            observability.tracing().before(next.platform());
            deployed = next;
            observability.apply(next);
        }
        await(runtime.apply(next.platform(), order, ROLL_TIMEOUT));
    }

    private void scale(Map<String, Integer> counts) {
        counts.forEach((service, count) -> await(runtime.setDesiredCount(service, count)));
    }

    /** Services that the runtime has not taken back itself are those whose number of tasks was changed last. */
    private void rollBack(Deployed before, Deployed failed, Map<String, Integer> counts, RuntimeException failure) {
        deployed = before;
        try {
            observability.tracing().before(before.platform());
            observability.apply(before);
            if (!runtime.runs(before.platform())) {
                await(runtime.apply(before.platform(), RollOrder.SIDE_BY_SIDE, ROLL_TIMEOUT));
            }
            Map<String, Integer> now = counts();
            counts.forEach((service, count) -> {
                if (!count.equals(now.get(service))) {
                    runtime.setDesiredCount(service, count);
                }
            });
            closeUnusedIntake();
        } catch (RuntimeException second) {
            applied = "";
            throw new ControlException(failure.getMessage() + "; and going back to what ran before failed: "
                    + second.getMessage(), failure);
        }
        throw failure instanceof UserError
                ? new ControlException(failure.getMessage() + "; what ran before runs", failure)
                : failure;
    }

    /** The intake stays open for the last spans of tasks of earlier templates. */
    private void closeUnusedIntake() {
        if (observability.tracing().isForEarlierTasks(deployed.platform())) {
            await(runtime.drained());
            observability.tracing().close();
        }
    }

    /** The primary deployment of each service. */
    private Map<String, String> deployments() {
        Map<String, String> deployments = new TreeMap<>();
        runtime.snapshot().services()
                .forEach(service -> deployments.put(service.name(), service.deployments().getFirst().id()));
        return deployments;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        runtime.snapshot().services().forEach(service -> counts.put(service.name(), service.declared()));
        return counts;
    }

    /**
     * Waits for a change.
     *
     * @throws ControlException when it does not end in time; else what made it fail
     */
    static void await(CompletableFuture<Void> change) {
        Duration longest = ROLL_TIMEOUT.multipliedBy(2).plus(MARGIN);
        try {
            change.get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (TimeoutException failure) {
            throw new ControlException("not finished within " + longest.toSeconds() + " s", failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted", failure);
        }
    }
}
