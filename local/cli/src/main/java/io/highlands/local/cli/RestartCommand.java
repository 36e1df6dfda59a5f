// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highlands restart SERVICE}. */
@Command(name = "restart", mixinStandardHelpOptions = true, description = "Replaces a service's tasks by a rolling deployment, as ECS's forced new deployment does, and waits.")
final class RestartCommand implements Callable<Integer> {

    /** A rolling deployment takes a task's start, its drain and its stop timeout, one after the other. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "The service's name, for example service-a.")
    private String service;

    @Override
    public Integer call() {
        Running.require().restart(service, TIMEOUT);
        spec.commandLine().getOut().println("restarted " + service);
        return 0;
    }
}
