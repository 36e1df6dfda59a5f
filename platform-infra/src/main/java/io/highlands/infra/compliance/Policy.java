// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import software.amazon.awscdk.App;

import io.highlands.infra.declaration.ServicesFile;
import io.highlands.infra.resource.ResourceTypes;
import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.stacks.Platform;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.topology.ResourceSpec;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.TaskOptions;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.yaml.Section;
import io.highlands.infra.yaml.Source;

/**
 * Checks every environment against cdk-nag, cfn-guard and cfn-lint, and compares what they find with the list of accepted
 * findings. Each environment is synthesized once, offline; the tools check the templates of one while the next is
 * synthesized.
 *
 * <p>
 * Arguments: folder of {@code platform-infra}, folder to write to, the program cfn-guard, the folder of its shipped rules,
 * and the program cfn-lint or {@code -}. Exit codes: 0 every finding is accepted; 1 a finding is not, or an entry of the
 * list has none; 2 the list, a setting or a tool is wrong. Every fault is one line on standard error.
 */
public final class Policy {

    /** The environment in which every option is on: those of {@code compliance/options} under an environment's name. */
    private static final String OPTIONS = "options";
    private static final String OPTIONS_NAME = "dev";
    /** One resource of each type, which the first service has there. */
    private static final String OPTIONS_RESOURCES = "compliance/options/resources.yaml";
    /** The shipped sets of rules for services that the stacks use or may come to use. */
    private static final List<String> SHIPPED = List.of("cloudwatch", "dynamodb", "ec2", "ecr", "ecs",
            "elasticloadbalancing", "identityandaccessmanagement", "keymanagementservice", "kinesis", "lambda", "rds",
            "s3", "sqs", "stepfunctions");
    private static final String DEFAULT_REGION = "us-east-1";

    private final Path module;
    private final Path outdir;
    private final GuardRules guard;
    private final Optional<LintRules> lint;

    Policy(Path module, Path outdir, GuardRules guard, Optional<LintRules> lint) {
        this.module = module;
        this.outdir = outdir;
        this.guard = guard;
        this.lint = lint;
    }

    /** Runs the check. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.err));
    }

    static int run(List<String> args, PrintStream err) {
        try {
            if (args.size() != 5) {
                throw new InvalidInput("arguments", args.size() + " of them",
                        "MODULE OUTDIR CFN-GUARD RULES CFN-LINT");
            }
            Path module = Path.of(args.get(0));
            Path shipped = Path.of(args.get(3));
            List<Path> rules = Stream.concat(SHIPPED.stream().map(shipped::resolve),
                    Stream.of(module.resolve("compliance/highlands.guard"))).toList();
            var guard = new GuardRules(Path.of(args.get(2)), rules);
            Optional<LintRules> lint = Optional.of(args.get(4)).filter(name -> !"-".equals(name)).map(Path::of)
                    .map(LintRules::new);
            List<String> faults = new Policy(module, Path.of(args.get(1)), guard, lint).faults(err);
            faults.forEach(err::println);
            return faults.isEmpty() ? 0 : 1;
        } catch (InvalidInput e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** {@return one line for each finding that is not accepted and each entry of the list that has no finding} */
    List<String> faults(PrintStream progress) {
        var accepted = AcceptedFindings.read(module.resolve("compliance/accepted.yaml"), labels());
        List<Finding> findings = findings();
        List<String> faults = accepted.faults(findings, lint.isPresent());
        progress.printf("policy: %d findings in %s; %d entries accept them; %d faults%n", findings.size(),
                String.join(", ", labels()), accepted.entries().size(), faults.size());
        return faults;
    }

    /** {@return names that findings and entries may give as environment} */
    static List<String> labels() {
        return Stream.concat(Environments.NAMES.stream(), Stream.of(OPTIONS)).toList();
    }

    private List<Finding> findings() {
        var environments = new Environments(module.resolve("environments"));
        Topology services = new ServicesFile(module.resolve(ServicesFile.NAME)).read();
        List<Environment> all = Environments.NAMES.stream().map(name -> environments.load(name, services)).toList();
        Environment options = new Environments(module.resolve("compliance/options")).load(OPTIONS_NAME,
                withResources(services));
        List<Finding> findings = new ArrayList<>();
        List<Future<List<Finding>>> checks = new ArrayList<>();
        try (var beside = Executors.newSingleThreadExecutor()) {
            for (String label : labels()) {
                Environment environment = label.equals(OPTIONS) ? options : all.get(checks.size());
                Path assembly = outdir.resolve(label);
                findings.addAll(synthesize(environment, label, assembly));
                checks.add(beside.submit(() -> templates(assembly, label, environment)));
            }
            for (Future<List<Finding>> check : checks) {
                findings.addAll(check.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
        return findings;
    }

    private Topology withResources(Topology services) {
        Section file = Section.of(new Source(module.resolve(OPTIONS_RESOURCES)));
        List<ResourceSpec> resources = ResourceTypes.read(file.section("resources"));
        file.done();
        ServiceSpec first = services.services().getFirst();
        TaskOptions own = first.options();
        ServiceSpec changed = first.withOptions(
                new TaskOptions(own.environment(), own.secrets(), own.statements(), resources));
        return new Topology(Stream.concat(Stream.of(changed), services.services().stream().skip(1)).toList());
    }

    private static List<Finding> synthesize(Environment environment, String label, Path assembly) {
        App app = Platform.app(assembly);
        Platform.add(app, environment);
        NagPacks.add(app);
        app.synth();
        return NagPacks.read(assembly, label, environment.name());
    }

    private List<Finding> templates(Path assembly, String label, Environment environment) {
        List<Path> templates = files(assembly);
        List<Finding> findings = new ArrayList<>(
                guard.check(templates, label, environment.name(), outdir.resolve("tools/" + label)));
        lint.ifPresent(program -> findings.addAll(program.check(templates, label, environment.name(),
                environment.region().orElse(DEFAULT_REGION), outdir.resolve("tools/" + label))));
        return findings;
    }

    private static List<Path> files(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(".template.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
