// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.AlarmCounts;
import io.highlands.local.control.message.IntakePorts;
import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.TelemetryUsage;
import io.highlands.local.control.message.TracingStatus;
import io.highlands.local.error.UserError;
import io.highlands.local.provision.Deployed;

/**
 * What the build runs to fill the AOT cache of linked classes: the command's words, the reading of a cloud assembly, the
 * load of the classes that a run needs, and a status as JSON and back, without starting anything.
 */
final class Training {

    private static final String[] NEEDED = {"io.highlands.local.platform.LocalProcess",
            "io.highlands.local.control.ControlClient", "io.highlands.local.ecs.EcsRuntime",
            "io.highlands.local.platform.Observability", "io.highlands.local.mesh.Mesh",
            "io.highlands.local.balancer.LoadBalancer"};

    private Training() {
    }

    /**
     * Runs them.
     *
     * @param args the folder of a cloud assembly, read when it is there
     */
    public static void main(String[] args) throws ClassNotFoundException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Highlands.commandLine(nowhere, nowhere).execute("status", "--help");
        Path assembly = Path.of(args[0]);
        if (Files.exists(assembly.resolve("manifest.json"))) {
            try {
                Deployed.read(assembly, assembly.resolve("no-local-values.json"));
            } catch (UserError _) {
                // A service declares secrets, whose values only the machine has: what was read until then is trained
            }
        }
        for (String name : NEEDED) {
            Class.forName(name);
        }
        ControlJson.read(ControlJson.bytes(status()), PlatformStatus.class);
    }

    /** What the platform writes and a command reads while a platform starts. */
    private static PlatformStatus status() {
        return new PlatformStatus("local", PlatformStatus.Phase.STARTING, "", 1, "", 1, "", "",
                new IntakePorts(0, 0, 0), List.of(), List.of(), List.of(), List.of(),
                new AlarmCounts(0, List.of()), TelemetryUsage.NONE,
                new TracingStatus(false, "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty()),
                new LoadStatus(0, 0, 0, 0, 0, List.of()), List.of(), List.of(), Optional.empty());
    }
}
