// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.stacks.Platform;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.Services;

/** Synthesizes an environment's stacks. */
public final class Synth {

    private Synth() {
    }

    /** Arguments: the environment's name. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.err));
    }

    static int run(List<String> args, PrintStream err) {
        try {
            for (String name : args) {
                Environment environment = new Environments(Path.of(System.getProperty("highlands.environments",
                        "environments"))).load(name, Services.ALL);
                App app = new App(AppProps.builder().outdir(System.getenv("CDK_OUTDIR")).analyticsReporting(false)
                        .postCliContext(Map.of()).build());
                Platform.add(app, environment);
                app.synth();
            }
            return 0;
        } catch (InvalidInput e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
