// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;

/**
 * A new service that fits to those declared.
 *
 * @param name its name
 * @param port its alias port
 * @param timeout its per-request timeout
 * @param path its public path
 * @param calls the services that it calls, and the path of each
 */
record ServicePlan(String name, int port, Duration timeout, String path, List<Call> calls) {

    private static final int FIRST_PORT = 8080;
    /** The least timeout that is taken where none is asked for. */
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(ServiceRequest.MAX_TIMEOUT_SECONDS);

    /** {@return a path that the public path matches: what the load and the tests request} */
    String example() {
        return PathVariables.example(path);
    }

    /**
     * A call to serve the public path.
     *
     * @param service the service that is called
     * @param path its path
     */
    record Call(DeclaredService service, String path) {}

    /**
     * Fits a request to the declared services.
     *
     * @param request what is asked for
     * @param declared the services that there are
     * @throws ControlException when a name, a port or a path is taken, a callee is unknown or has no path, or the timeout
     *             is not longer than those of the callees
     */
    static ServicePlan of(ServiceRequest request, List<DeclaredService> declared) {
        if (declared.stream().anyMatch(service -> service.name().equals(request.name()))) {
            throw new ControlException("'" + request.name() + "' is declared already; allowed: a new name");
        }
        List<Call> calls = request.calls().stream().map(callee -> call(callee, declared)).toList();
        refuseSameClass(request.name(), calls);
        declared.forEach(service -> service.forwards(request.publicPath()).ifPresent(taken -> {
            throw new ControlException("--public " + request.publicPath() + ": the load balancer forwards " + taken
                    + " to " + service.name() + "; allowed: another path");
        }));
        return new ServicePlan(request.name(), port(request, declared), timeout(request, calls), request.publicPath(),
                calls);
    }

    private static Call call(String callee, List<DeclaredService> declared) {
        DeclaredService service = declared.stream().filter(each -> each.name().equals(callee)).findFirst()
                .orElseThrow(() -> new ControlException("--calls " + callee + ": unknown service; allowed: "
                        + declared.stream().map(DeclaredService::name).collect(Collectors.joining(", "))));
        return new Call(service, service.path().orElseThrow(() -> new ControlException("--calls " + callee + ": "
                + callee + " declares no path to call; allowed: a service with one in 'routes' or 'public'")));
    }

    /** File systems that ignore case have one file for both. */
    private static void refuseSameClass(String name, List<Call> calls) {
        Set<String> classes = new LinkedHashSet<>(Set.of(className(name)));
        calls.stream().map(call -> call.service().name()).filter(callee -> !classes.add(className(callee))).findFirst()
                .ifPresent(callee -> {
                    throw new ControlException("--calls " + callee + ": its class would be "
                            + new JavaNames(callee).className() + ", as another service's; allowed: another name");
                });
    }

    private static String className(String service) {
        return new JavaNames(service).className().toLowerCase(Locale.ROOT);
    }

    private static int port(ServiceRequest request, List<DeclaredService> declared) {
        Map<Integer, String> owners = declared.stream()
                .collect(Collectors.toMap(DeclaredService::port, DeclaredService::name, (first, second) -> first));
        if (request.port().isEmpty()) {
            int port = FIRST_PORT;
            while (owners.containsKey(port)) {
                port++;
            }
            return port;
        }
        int port = request.port().get();
        Optional.ofNullable(owners.get(port)).ifPresent(owner -> {
            throw new ControlException(
                    "--port " + port + ": " + owner + " has it; allowed: a port that no service has");
        });
        return port;
    }

    /** A call ends before its caller must have responded, or the caller could not say who failed. */
    private static Duration timeout(ServiceRequest request, List<Call> calls) {
        Optional<DeclaredService> slowest = calls.stream().map(Call::service)
                .max((one, other) -> one.timeout().compareTo(other.timeout()));
        Duration least = slowest.map(service -> service.clientTimeout().plusSeconds(1)).orElse(Duration.ofSeconds(1));
        boolean fits = request.timeout().orElse(MAX_TIMEOUT).compareTo(least) >= 0;
        if (!fits) {
            DeclaredService callee = slowest.orElseThrow();
            throw new ControlException("%s: %s has %d s, and its caller waits %d s longer; allowed: %s".formatted(
                    request.timeout().map(asked -> "--timeout " + asked.toSeconds() + "s")
                            .orElse("--calls " + callee.name()),
                    callee.name(), callee.timeout().toSeconds(), DeclaredService.CLIENT_MARGIN.toSeconds(),
                    least.compareTo(MAX_TIMEOUT) > 0
                            ? "calls of services with a timeout that leaves the caller one of at most 60s"
                            : "%ds to %ds".formatted(least.toSeconds(), MAX_TIMEOUT.toSeconds())));
        }
        return request.timeout().orElse(least.compareTo(USUAL_TIMEOUT) > 0 ? least : USUAL_TIMEOUT);
    }
}
