// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Notices;
import io.highlands.infra.topology.ServiceSpec;

/** All stacks of an environment, in the order in which they are deployed. */
public final class Platform {

    private Platform() {
    }

    /**
     * An app without stacks.
     *
     * @param outdir
     *            where it writes; null for where the CDK's command line says
     */
    public static App app(Path outdir) {
        return new App(AppProps.builder().outdir(outdir == null ? null : outdir.toString()).analyticsReporting(false)
                .stackTraces(false).treeMetadata(false)
                .context(CdkSwitches.ALL).defaultStackSynthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false).build())
                .build());
    }

    /** Adds the environment's stacks to the app. */
    public static void add(App app, Environment environment) {
        var names = new Names(environment.name());
        var images = new ImagesStack(app, environment.topology().services().stream()
                .filter(spec -> spec.program().foreign().isEmpty()).map(ServiceSpec::name).toList(),
                sharedProps(environment));
        var base = new BaseStack(app, environment, props(environment, "shared by all services"));
        Optional<ResourcesStack> resources = environment.topology().services().stream()
                .anyMatch(ResourcesStack::isNeeded)
                        ? Optional.of(new ResourcesStack(app, environment, base,
                                props(environment, "databases, queues and the like of its services")))
                        : Optional.empty();
        Map<String, ServiceStack> services = new LinkedHashMap<>();
        for (ServiceSpec spec : environment.topology().services()) {
            var stack = new ServiceStack(app, new Deployment(environment, spec,
                    resources.map(made -> made.of(spec.name())).orElse(List.of())), base,
                    props(environment, spec.name()));
            stack.addStackDependency(images, "image repositories");
            resources.filter(made -> ResourcesStack.isNeeded(spec))
                    .ifPresent(made -> stack.addStackDependency(made, "resources"));
            environment.topology().upstreamsBefore(spec)
                    .forEach(upstream -> stack.addStackDependency(services.get(upstream), "Service Connect"));
            services.put(spec.name(), stack);
        }
        if (!environment.topology().backEdges().isEmpty()) {
            new RefreshStack(app, environment, List.copyOf(services.values()), props(environment, "refresh"));
        }
        var observability = new ObservabilityStack(app, environment, base, services.values(), resources,
                props(environment, "observability"));
        if (environment.gameDays()) {
            new GameDaysStack(app, environment, observability, props(environment, "game days"));
        }
        if (environment.datadog().enabled()) {
            new DatadogStack(app, environment, base, services.values(), props(environment, DatadogStack.PART));
        }
        Notices.of(environment).forEach((id, text) -> Annotations.of(base).addWarningV2(id, text));
        // All stacks but the shared one, which is the same in each environment
        app.getNode().getChildren().stream().filter(Stack.class::isInstance).filter(stack -> stack != images)
                .forEach(stack -> Tags.of(stack).add("highlands:environment", names.environment()));
    }

    private static StackProps props(Environment environment, String part) {
        return StackProps.builder().env(where(environment)).terminationProtection(environment.keepData())
                .description("Highlands %s: %s".formatted(environment.name(), part)).build();
    }

    /** Protected whatever the environment says: one environment's tear-down must not take the images of another. */
    private static StackProps sharedProps(Environment environment) {
        return StackProps.builder().env(where(environment)).terminationProtection(true)
                .description("Highlands: image repositories, shared by all environments of this account and Region")
                .build();
    }

    private static software.amazon.awscdk.Environment where(Environment environment) {
        var where = software.amazon.awscdk.Environment.builder();
        environment.account().ifPresent(where::account);
        environment.region().ifPresent(where::region);
        return where.build();
    }
}
