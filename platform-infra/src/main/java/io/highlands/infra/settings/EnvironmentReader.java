// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.yaml.Section;

/** Reads one environment's file: every key, then the rules that span keys. */
final class EnvironmentReader {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private static final Pattern RUNBOOKS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:/-]{0,199}(?<!/)");

    private final Section root;
    private final String name;
    private final Topology declared;
    private final Map<String, Section> serviceSections = new LinkedHashMap<>();

    EnvironmentReader(Section root, String name, Topology declared) {
        this.root = root;
        this.name = name;
        this.declared = declared;
    }

    Environment read() {
        String image = root.text("image", TAG, "a tag")
                .orElseThrow(() -> root.refuse("image", "nothing", "a tag"));
        var services = services(image);
        Section mesh = root.section("mesh");
        var authority = mesh.text("certificateAuthority", Arn.of("acm-pca", "certificate-authority/.+"),
                "arn:aws:acm-pca:REGION:ACCOUNT:certificate-authority/ID");
        mesh.done();
        var objectives = SloSettings.read(root.section("slo"));
        Section alarms = root.section("alarms");
        var level = AlarmSettings.level(alarms);
        var environment = new Environment(name, root.text("account", ACCOUNT, "twelve digits, in quotes"),
                root.text("region", REGION, "an AWS Region"), NetworkSettings.read(root.section("network")),
                LoadBalancerSettings.read(root.section("loadBalancer")), authority,
                root.duration("drain", Duration.ofSeconds(1), Duration.ofSeconds(50)).orElse(Duration.ofSeconds(25)),
                RetentionDays.read(root, "logRetentionDays"), root.flag("keepData", false),
                NotifySettings.read(root.section("notify")), MetricsSettings.read(root.section("metrics")),
                objectives, AlarmSettings.read(alarms, objectives), level, runbooks(),
                TracingSettings.read(root.section("tracing"), name), DatadogSettings.read(root.section("datadog")),
                root.flag("gameDays", false), topology(services), services);
        root.done();
        new EnvironmentRules(environment, root, serviceSections).check();
        return environment;
    }

    private String runbooks() {
        return root.text("runbooks", RUNBOOKS, "a URL or a path, without a slash at the end").orElse("runbooks");
    }

    private Map<String, ServiceSettings> services(String image) {
        Section all = root.section("services");
        Map<String, ServiceSettings> services = new LinkedHashMap<>();
        for (ServiceSpec spec : declared.services()) {
            Section section = all.section(spec.name());
            serviceSections.put(spec.name(), section);
            services.put(spec.name(), ServiceSettings.read(section, spec, image, EnvironmentRules.leastTasks(name)));
        }
        all.done();
        return services;
    }

    private Topology topology(Map<String, ServiceSettings> services) {
        List<ServiceSpec> specs = declared.services().stream()
                .map(spec -> services.get(spec.name()).deadline().map(spec::withDeadline).orElse(spec)).toList();
        return new Topology(specs);
    }
}
