// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlFile;
import io.highlands.local.control.message.AttachRequest;
import io.highlands.local.control.message.ServiceAttachment;
import io.highlands.local.fault.Holder;

/** {@code highlands attach SERVICE --port N}. */
@Command(name = "attach", mixinStandardHelpOptions = true, description = "Lets a process that you start, in an IDE for example, take the place of a service's tasks: load balancer and mesh send it the service's requests, and its calls are the service's. The tasks serve until the process is healthy. Ctrl-C brings them back; stop the process after that.")
final class AttachCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofMinutes(17);
    private static final String STANDARD_OUTPUT = "-";
    private static final int MAX_PORT = 65_535;
    private static final long LOOK_MILLIS = 250;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "The service's name, for example service-a.")
    private String service;

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "Where the process listens, or will, on 127.0.0.1.")
    private int port;

    @Option(names = "--print-env", paramLabel = "FILE", description = "Write the variables that the process is to have as KEY=VALUE to a file, or to standard output where FILE is -: the task's own, with its upstreams' addresses on this machine. They change with each attach.")
    private String environment;

    private PrintWriter out;
    private boolean ending;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 1 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(),
                    "--port " + port + ": allowed: 1 to " + MAX_PORT);
        }
        if (environment != null && !STANDARD_OUTPUT.equals(environment)) {
            EnvFile.check(Path.of(environment));
        }
        out = STANDARD_OUTPUT.equals(environment) ? spec.commandLine().getErr() : spec.commandLine().getOut();
        ControlClient client = Running.require();
        Map<String, String> variables = client.attach(
                new AttachRequest(service, port, Holder.current().toString()), TIMEOUT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(client), "attach"));
        print(variables);
        follow(client);
        return 0;
    }

    private void print(Map<String, String> variables) {
        if (STANDARD_OUTPUT.equals(environment)) {
            spec.commandLine().getOut().print(EnvFile.text(variables));
            spec.commandLine().getOut().flush();
        } else if (environment != null) {
            EnvFile.write(Path.of(environment), variables);
            say("its variables are in " + environment + "; start the process with them");
        }
    }

    /** Prints each change, until the platform or the attachment ends. */
    private void follow(ControlClient client) throws InterruptedException {
        String last = "";
        while (true) {
            Optional<ServiceAttachment> now = look(client);
            if (now.isEmpty()) {
                if (!over()) {
                    return;
                }
                throw new ControlException("attach: a newer deployment of " + service
                        + " runs its own tasks again; attach once more to take their place");
            }
            String line = AttachmentText.line(now.get());
            if (!line.equals(last)) {
                say("attached " + line);
                last = line;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** A platform that is busy may be late with its response, and one that is stopping gives none for a while. */
    private Optional<ServiceAttachment> look(ControlClient client) throws InterruptedException {
        while (true) {
            try {
                return client.status().attached().stream().filter(one -> one.service().equals(service)).findFirst();
            } catch (ControlException silent) {
                if (hasEnded(client)) {
                    if (!over()) {
                        return Optional.empty();
                    }
                    throw new ControlException("attach: the platform has ended; start it with: highlands up -d",
                            silent);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
    }

    private static boolean hasEnded(ControlClient client) {
        return !ProcessHandle.of(client.pid()).map(ProcessHandle::isAlive).orElse(false)
                || ControlFile.read(Checkout.current().state()).filter(file -> file.pid() == client.pid()).isEmpty();
    }

    /** {@return whether this command did not end it itself} */
    private synchronized boolean over() {
        boolean byOthers = !ending;
        ending = true;
        return byOthers;
    }

    /** At the end of this command, by Ctrl-C or by a failure. */
    private synchronized void end(ControlClient client) {
        if (ending) {
            return;
        }
        ending = true;
        long began = System.nanoTime();
        say("its own tasks come back; leave the process running until they serve ...");
        try {
            client.detach(service, TIMEOUT);
            say(String.format(Locale.ROOT, "its own tasks serve after %.1f s; the process gets no more requests",
                    (System.nanoTime() - began) / 1e9));
        } catch (ControlException failure) {
            say(failure.getMessage());
        }
    }

    private void say(String line) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + service + ": " + line);
        out.flush();
    }
}
