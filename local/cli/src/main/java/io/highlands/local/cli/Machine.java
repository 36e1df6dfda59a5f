// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.highlands.local.ecs.EcsOptions;

/** What a run needs of this machine, looked at without changing anything. */
final class Machine {

    /** Memory for three services without tracing, with room for a rolling deployment of one, in MiB. */
    private static final long MEMORY_MIB = 1_200;

    private Machine() {
    }

    static Check jdk() {
        int feature = Runtime.version().feature();
        String found = "JDK " + Runtime.version() + " in " + System.getProperty("java.home");
        return feature == 25 ? Check.good("JDK", found) : Check.bad("JDK", found, "install a JDK 25 and set JAVA_HOME");
    }

    static Check node() {
        return versionOf("node", "--version")
                .map(version -> majorOf(version) >= 22
                        ? Check.good("Node.js", version)
                        : Check.good("Node.js", version + " works, but is past its end of life; 22 or 24 is better"))
                .orElseGet(() -> Check.bad("Node.js", "no 'node' on PATH", "install Node.js 22 or 24"));
    }

    static Check curl() {
        return versionOf("curl", "--version").map(version -> Check.good("curl", version.split(" \\(")[0]))
                .orElseGet(() -> Check.bad("curl", "no 'curl' on PATH",
                        "install curl: the containers' health checks use it"));
    }

    /** A port of 127.0.0.1 that the platform will listen on, unless it is 0. */
    private static Check portOrNone(String what, int port, String option) {
        return port == 0 ? Check.good(what, "not served") : port(what, port, option);
    }

    /** A port of 127.0.0.1 that the platform will listen on. */
    private static Check port(String what, int port, String option) {
        if (port < 1 || port > 65_535) {
            return Check.bad(what, "port " + port, "allowed: 1 to 65535");
        }
        return canListen("127.0.0.1", port)
                ? Check.good(what, "127.0.0.1:" + port + " is free")
                : Check.bad(what, "127.0.0.1:" + port + " is taken",
                        "free it, or choose another with up " + option + " N");
    }

    /** The ports that every platform listens on. */
    static List<Check> ports(int loadBalancer, int awsApis, int console) {
        return List.of(port("load balancer", loadBalancer, "--port"), portOrNone("AWS APIs", awsApis, "--aws-port"),
                portOrNone("console", console, "--console-port"));
    }

    /** Tasks have addresses of their own in 127.0.0.0/8, which Linux has; without, as on macOS, they have ports. */
    static Check loopbackAddresses() {
        return Check.good("loopback addresses", EcsOptions.tasksHaveAddresses()
                ? "127.77.0.0/16 and 127.255.0.0/16 can be bound; tasks are told apart by them"
                : "127.0.0.1 alone; tasks are told apart by ports");
    }

    static Check memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long available = lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).sum();
            return available >= MEMORY_MIB
                    ? Check.good("memory", available + " MiB available")
                    : Check.bad("memory", available + " MiB available", "free some: " + MEMORY_MIB + " MiB are needed");
        } catch (IOException notLinux) {
            return Check.good("memory", "not known on this system; " + MEMORY_MIB + " MiB are needed");
        }
    }

    private static boolean canListen(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Optional<String> versionOf(String program, String option) {
        boolean onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!onPath) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(program, option).redirectErrorStream(true).start();
            String first = new String(process.getInputStream().readAllBytes()).lines().findFirst().orElse("");
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (IOException notRunnable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static int majorOf(String nodeVersion) {
        String digits = nodeVersion.replaceFirst("^v", "").split("\\.")[0];
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
