// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import software.amazon.awscdk.App;

import io.highlands.infra.declaration.ServicesFile;
import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.settings.Notices;
import io.highlands.infra.stacks.Platform;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.Topology;

/**
 * Synthesizes environments. One argument names the environment, {@code --all} means each of them in a folder of
 * its own, and without argument the CDK's context value {@code env} names it. Output goes to the folder that the
 * variable {@code CDK_OUTDIR} names.
 *
 * <p>
 * CloudFormation's own rules are part of a synthesis and take most of its time; {@code CDK_VALIDATION=false} in the
 * environment leaves them out, for templates that the build has validated.
 *
 * <p>
 * Exit codes: 0 synthesized; 1 the CDK failed; 2 a declaration, a setting or the machine is wrong. Other than 0 comes
 * with one line on standard error; with 0, standard error has a line for each thing that whoever deploys has to know; the system property {@code highlands.debug} adds the stack trace.
 */
public final class Synth {

    private static final String ALL = "--all";
    private static final String OUTDIR = "CDK_OUTDIR";

    private final Environments environments;
    private final ServicesFile services;
    private final PrintStream err;

    Synth(Environments environments, ServicesFile services, PrintStream err) {
        this.environments = environments;
        this.services = services;
        this.err = err;
    }

    /** Synthesizes what the arguments name. */
    public static void main(String[] args) {
        Path environments = EnvironmentsFolder.find();
        var services = new ServicesFile(EnvironmentsFolder.services(environments));
        System.exit(new Synth(new Environments(environments), services, System.err).run(List.of(args)));
    }

    int run(List<String> args) {
        try {
            synth(args);
            return 0;
        } catch (InvalidInput e) {
            return fail(2, e.getMessage(), e);
        } catch (RuntimeException | ExceptionInInitializerError e) {
            // The second comes where a class's constants cannot be made, such as the CDK's
            return Failures.isNodeMissing(e) ? fail(2, Failures.NO_NODE, e) : fail(1, Failures.line(e), e);
        }
    }

    private void synth(List<String> args) {
        if (args.size() > 1) {
            throw new InvalidInput("arguments", String.join(" ", args), "one environment, or " + ALL);
        }
        if (args.equals(List.of(ALL))) {
            // All are read before any is written
            List<Environment> all = load(Environments.NAMES);
            Path outdir = Path.of(outdir());
            all.forEach(each -> synth(Platform.app(outdir.resolve(each.name())), each));
        } else if (args.isEmpty()) {
            App app = Platform.app(null);
            Object name = app.getNode().tryGetContext("env");
            synth(app, load(List.of(name == null ? "" : name.toString())).getFirst());
        } else {
            Environment environment = load(args).getFirst();
            synth(Platform.app(Path.of(outdir())), environment);
            // The CDK's command line prints them itself
            Notices.of(environment).values().forEach(notice -> err.println("warning: " + notice));
        }
    }

    private static void synth(App app, Environment environment) {
        Platform.add(app, environment);
        app.synth();
    }

    private List<Environment> load(List<String> names) {
        Topology declared = services.read();
        return names.stream().map(name -> environments.load(name, declared)).toList();
    }

    private static String outdir() {
        String found = System.getenv(OUTDIR);
        if (found == null || found.isBlank()) {
            throw new InvalidInput("variable " + OUTDIR, "nothing", "the folder to write to");
        }
        return found;
    }

    private int fail(int code, String line, Throwable cause) {
        err.println(line);
        if (Boolean.getBoolean("highlands.debug")) {
            cause.printStackTrace(err);
        }
        return code;
    }
}
