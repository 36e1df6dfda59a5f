// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

/** {@code highlands logs SERVICE [-f]}. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints the log lines of a service's tasks, the newest tasks last.")
final class LogsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "The service's name, for example service-a.")
    private String service;

    @Option(names = {"-f", "--follow"}, description = "Go on printing lines as they come, until Ctrl-C.")
    private boolean follow;

    @Option(names = {"-n",
            "--lines"}, defaultValue = "200", paramLabel = "N", description = "How many of the last lines of each task to begin with (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path logs = Checkout.current().state().logs();
        LogTail tail = new LogTail(logs.resolve(service), lines);
        if (!isName(service) || !tail.exists()) {
            throw new ControlException("no logs of '" + service + "' under " + logs + "; services with logs: "
                    + LogTail.servicesIn(logs));
        }
        do {
            tail.poll(out);
            out.flush();
        } while (follow && tail.pause());
        return 0;
    }

    /** A service has a folder of its own: a path that leads elsewhere names none. */
    private static boolean isName(String service) {
        Path path = Path.of(service).normalize();
        return !service.isEmpty() && path.getNameCount() == 1 && path.toString().equals(service)
                && !service.equals("..")
                && !path.isAbsolute();
    }
}
