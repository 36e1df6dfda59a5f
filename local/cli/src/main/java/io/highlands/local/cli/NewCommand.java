// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.service.NewService;
import io.highlands.local.checkout.service.ServiceRequest;

/** {@code highlands new}. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Adds a service to this checkout, or to the project of an installed command.", subcommands = NewCommand.Service.class)
final class NewCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code highlands new service NAME}. */
    @Command(name = "service", mixinStandardHelpOptions = true, description = "Adds a Spring service that calls others through the mesh: its entry in services.yaml, and its module in the folder services. 'highlands up' then runs it. Where one word does not fit, nothing is written.")
    static final class Service implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "The service's name, such as service-d.")
        private String name;

        @Option(names = "--calls", paramLabel = "SERVICE", split = ",", description = "A declared service that it calls, or several with commas between them; may be repeated.")
        private List<String> calls = List.of();

        @Option(names = "--public", paramLabel = "PATH", description = "The path that the load balancer forwards to it. Default: its name without 'service-'.")
        private String path;

        @Option(names = "--port", paramLabel = "N", description = "Its alias port in the mesh. Default: the first from 8080 that no service has.")
        private Integer port;

        @Option(names = "--timeout", paramLabel = "T", description = "Its per-request timeout in the mesh, 1s to 60s. Default: 5s, or longer than what it calls needs.")
        private String timeout;

        @Override
        public Integer call() {
            Checkout checkout = Checkout.current();
            PrintWriter out = spec.commandLine().getOut();
            ServiceRequest request = ServiceRequest.of(name, calls, path, port, timeout);
            NewService.Added added = new NewService(checkout).add(request);
            out.printf("wrote %s: %d files; GET %s%s%n", shortened(checkout, added.folder()), added.files(),
                    request.publicPath(), added.calls().isEmpty()
                            ? ""
                            : " calls " + String.join(", ", added.calls()));
            out.printf("edited %s: port %d, timeout %d s%n", added.edited().stream()
                    .map(file -> shortened(checkout, file)).collect(Collectors.joining(", ")), added.port(),
                    added.timeout().toSeconds());
            out.println(checkout.isInstalled() ? "next: highlands up" : "next: ./highlands up");
            return 0;
        }

        private static String shortened(Checkout checkout, Path file) {
            Path base = checkout.isInstalled() ? checkout.project() : checkout.root();
            return base.relativize(file.normalize()).toString();
        }
    }
}
