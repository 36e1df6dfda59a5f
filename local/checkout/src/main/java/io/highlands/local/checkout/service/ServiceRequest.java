// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;

/**
 * The service that an operator asks for.
 *
 * @param name its name in the mesh
 * @param calls names of the services that it calls, in their order
 * @param publicPath the path that the load balancer forwards to it
 * @param port its alias port in the mesh; empty for the next free one
 * @param timeout its per-request timeout in the mesh; empty for one that is longer than those of the services it calls
 */
public record ServiceRequest(String name, List<String> calls, String publicPath, Optional<Integer> port,
        Optional<Duration> timeout) {

    /** The form of a service's name; platform-infra has the same. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}[a-z0-9]");

    /** Stacks, dashboards and log groups of an environment that are of no service have these names; platform-infra has the same. */
    static final Set<String> RESERVED = Set.of("base", "datadog", "game-days", "images", "mesh", "observability",
            "overview", "refresh", "resources", "telemetry");

    /** The longest per-request timeout, in seconds; the shortest is 1 s. */
    static final int MAX_TIMEOUT_SECONDS = 60;

    /** The form of a public path, but for a {@code *} at its end; platform-infra has the same. */
    private static final Pattern PATH = Pattern.compile("(?=/.{0,127}$)(?:/\\{[A-Za-z_][A-Za-z0-9_]*}(?=/|$)"
            + "|/[A-Za-z0-9_.~-]*)*(?:/\\{\\*[A-Za-z_][A-Za-z0-9_]*})?");
    /** Of a rule of the load balancer. */
    private static final int MAX_WILDCARDS = 5;
    private static final String HEALTH = "/health";
    private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,5})([sm])");
    private static final int MAX_PORT = 65_535;

    public ServiceRequest {
        calls = List.copyOf(calls);
    }

    /**
     * Takes the words of the command.
     *
     * @param name the service's name
     * @param calls the services that it calls
     * @param publicPath the path, or null for the name without {@code service-}
     * @param port the alias port, or null
     * @param timeout the timeout such as {@code 10s}, or null
     * @return the request
     * @throws ControlException naming the word that no service can have, and what is allowed
     */
    public static ServiceRequest of(String name, List<String> calls, String publicPath, Integer port, String timeout) {
        if (!NAME.matcher(name).matches()) {
            throw new ControlException("'" + name + "' is no name of a service; allowed: " + NAME.pattern());
        }
        if (RESERVED.contains(name)) {
            throw new ControlException("'" + name
                    + "' is the name of a stack or a dashboard of each environment; allowed: another name");
        }
        Set<String> once = new HashSet<>();
        calls.stream().filter(callee -> !once.add(callee)).findFirst().ifPresent(callee -> {
            throw new ControlException("--calls " + callee + ": found a second time; allowed: once");
        });
        if (once.contains(name)) {
            throw new ControlException("--calls " + name + ": found itself; allowed: another service");
        }
        String path = publicPath == null ? "/" + new JavaNames(name).shortName() : publicPath;
        List<String> variables = PathVariables.of(path);
        if (!PATH.matcher(path).matches() || path.equals(HEALTH) || wildcards(path, variables.size()) > MAX_WILDCARDS
                || Set.copyOf(variables).size() < variables.size()) {
            throw new ControlException("--public " + path + ": allowed: a path such as /weather, /pets/{id} or"
                    + " /files/{*rest}, of letters, digits, _ . ~ - and /, with at most " + MAX_WILDCARDS
                    + " variables, two before one such as {*rest}, each once; not " + HEALTH
                    + ", which each service has");
        }
        if (port != null && (port < 1 || port > MAX_PORT)) {
            throw new ControlException("--port " + port + ": allowed: 1 to " + MAX_PORT);
        }
        return new ServiceRequest(name, calls, path, Optional.ofNullable(port),
                Optional.ofNullable(timeout).map(ServiceRequest::timeout));
    }

    /** A rule for {@code /files/{*rest}} has a second pattern, for what is below. */
    private static int wildcards(String path, int variables) {
        return path.contains("{*") ? 2 * variables - 1 : variables;
    }

    private static Duration timeout(String text) {
        return duration(text)
                .filter(found -> found.toSeconds() >= 1 && found.toSeconds() <= MAX_TIMEOUT_SECONDS)
                .orElseThrow(() -> new ControlException("--timeout " + text + ": allowed: 1s to "
                        + MAX_TIMEOUT_SECONDS + "s"));
    }

    /** {@return the duration that a text such as {@code 10s} or {@code 1m} names; empty where it names none} */
    static Optional<Duration> duration(String text) {
        Matcher matcher = TIMEOUT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(matcher.group(2).equals("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count));
    }
}
