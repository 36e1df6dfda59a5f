// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.rehearsal.shell.AwsClient;
import io.highlands.local.rehearsal.shell.Shell;
import io.highlands.local.runbook.Step;

/** Runs single steps of pages on the running platform, in the shell and by the rules of a rehearsal. No fault is injected. */
public final class RunbookSteps implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    private final Shell shell;
    private final LivePlatform platform;
    private final int timeScale;

    /**
     * Gets ready: nothing is run yet.
     *
     * @param control the running platform
     * @param client the AWS CLI that the commands are run with
     * @throws RuntimeException in one line, when the AWS CLI does not reach local mode
     */
    public RunbookSteps(ControlClient control, AwsClient client) {
        PlatformStatus status = control.status();
        URI address = PlatformReadiness.apis(status);
        this.timeScale = status.timeScale();
        this.shell = new Shell(client, address.getPort(), new CloudWatchApi(address, control.environment()).region(),
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        try {
            this.platform = new LivePlatform(control, shell);
            shell.requireLocalMode();
        } catch (RuntimeException e) {
            shell.close();
            throw e;
        }
    }

    /**
     * Runs a step once.
     *
     * @param step the step; one that runs in an account only is skipped
     * @param variables the page's variables, HIGHLANDS_ENV among them
     * @return what it said, and its verdict
     */
    public StepRun once(Step step, Map<String, String> variables) {
        StepRunner runner = runner(step, variables);
        return step.isChange() && !step.isAwsOnly()
                ? runner.change(step)
                : runner.until(step, StepRunner.wanted(step, Verdict.HEALTHY), Instant.EPOCH);
    }

    /**
     * Runs a step of the verification again and again, until it is healthy or the time is over that its page allows.
     *
     * @param step the step
     * @param variables the page's variables, HIGHLANDS_ENV among them
     * @return the last run
     */
    public StepRun verified(Step step, Map<String, String> variables) {
        Duration allowed = StepRunner.verifiedWithin(step).plus(RehearsalContext.EVALUATION).dividedBy(timeScale);
        return runner(step, variables).until(step, StepRunner.wanted(step, Verdict.HEALTHY),
                platform.now().plus(allowed));
    }

    private StepRunner runner(Step step, Map<String, String> variables) {
        return new StepRunner(platform, variables, step.section(), missing -> Polling.pause(PAUSE_MILLIS));
    }

    /** Ends the command that runs. */
    @Override
    public void close() {
        shell.close();
    }
}
