// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.dev.DevSession;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/** {@code highlands dev SERVICE}. */
@Command(name = "dev", mixinStandardHelpOptions = true, description = "Watches a service's sources, and brings what is saved into its running tasks within seconds, without a failed request: a new task is healthy before the old one ends. Compile errors are printed, and the task that runs goes on. Ctrl-C ends it; the tasks run the last change until 'highlands up' builds and deploys it.")
final class DevCommand implements Callable<Integer> {

    /** As long as a deployment of the platform may take. */
    private static final Duration TIMEOUT = Duration.ofMinutes(17);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "The service's name, for example service-a.")
    private String service;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ControlClient client = Running.require();
        try (DevSession session = new DevSession(Checkout.current(), service,
                image -> client.runImage(service, image, TIMEOUT), spec.commandLine().getOut())) {
            session.begin();
            while (true) {
                session.next();
                if (ProcessHandle.of(client.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
                    throw new ControlException("dev: the platform has ended; start it with: highlands up -d");
                }
            }
        }
    }
}
