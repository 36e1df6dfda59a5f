// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.local.provision.Deployed;

/**
 * What the build runs to fill the AOT cache of linked classes: the command's words, the reading of a cloud assembly and
 * the load of the classes that a run needs, without starting anything.
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
            Deployed.read(assembly, assembly.resolve("no-local-values.json"));
        }
        for (String name : NEEDED) {
            Class.forName(name);
        }
    }
}
