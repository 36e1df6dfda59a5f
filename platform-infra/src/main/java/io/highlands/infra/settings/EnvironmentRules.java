// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.infra.topology.Deadlines;
import io.highlands.infra.topology.InvalidInput;
import io.highlands.infra.yaml.Section;

/** The rules that span several keys of an environment. */
final class EnvironmentRules {

    private static final String PROD = "prod";
    /** One task is one zone, and one failure away from none. */
    private static final int PROD_TASKS = 2;

    private final Environment environment;
    private final Section root;
    private final Map<String, Section> services;

    EnvironmentRules(Environment environment, Section root, Map<String, Section> services) {
        this.environment = environment;
        this.root = root;
        this.services = services;
    }

    /** Tasks of a service in that environment where its file says nothing. */
    static int leastTasks(String environment) {
        return PROD.equals(environment) ? PROD_TASKS : 1;
    }

    void check() {
        Deadlines.check(environment.topology()).ifPresent(this::refuse);
        if (environment.loadBalancer().accessLogs() && environment.region().isEmpty()) {
            throw root.refuse("region", "nothing", "an AWS Region, because loadBalancer.accessLogs is true");
        }
        checkTracing();
        if (environment.gameDays()) {
            requireFullAlarms("gameDays is true, and alarms stop its experiments");
        }
        var datadog = environment.datadog();
        if (environment.alarmLevel() == AlarmLevel.NONE && datadog.enabled() && !datadog.dashboards()
                && !datadog.logs()) {
            throw root.section("datadog").refuse("enabled", "true",
                    "false, because dashboards and logs both are and alarms.level is none");
        }
        if (PROD.equals(environment.name())) {
            requireFullAlarms("this is " + PROD);
            checkProduction();
        }
        checkMesh();
        checkNotify();
        environment.region().ifPresent(this::checkRegions);
        environment.account().ifPresent(this::checkAccount);
    }

    /** A severity that no alarm has tells no topic, and an address has to have a topic to be subscribed to. */
    private void checkNotify() {
        var notify = environment.notifications();
        AlarmLevel level = environment.alarmLevel();
        refuseUnused("page", notify.page(), level != AlarmLevel.FULL, "alarms.level is " + level.word());
        refuseUnused("ticket", notify.ticket(), level == AlarmLevel.NONE, "alarms.level is none");
        refuseUnused("email", notify.email(), level == AlarmLevel.NONE, "alarms.level is none");
        refuseUnused("email", notify.email(), notify.ownTopics(level).isEmpty(), level == AlarmLevel.TICKETS
                ? "notify.ticket names topics: subscribe to those"
                : "notify.page and notify.ticket name topics: subscribe to those");
    }

    private void refuseUnused(String key, List<String> found, boolean unused, String reason) {
        if (unused && !found.isEmpty()) {
            throw root.section("notify").refuse(key, found.getFirst(), "none, because " + reason);
        }
    }

    /**
     * With TLS in the mesh, targets speak TLS 1.3 only; the load balancer offers it to targets where its listener has it,
     * and one without a certificate has none (ECS developer guide, "Encrypt Amazon ECS Service Connect traffic").
     */
    private void checkMesh() {
        if (environment.meshAuthority().isPresent() && environment.loadBalancer().certificate().isEmpty()) {
            throw root.section("mesh").refuse("certificateAuthority", environment.meshAuthority().get(),
                    "nothing, or loadBalancer.certificate as well: without it the load balancer cannot speak TLS 1.3 to "
                            + "the services, and every target is unhealthy");
        }
    }

    /** AWS takes certificates, authorities and topics of the stack's own Region only, and says so when it deploys. */
    private void checkRegions(String region) {
        environment.loadBalancer().certificate()
                .ifPresent(arn -> sameRegion("loadBalancer", "certificate", arn, region));
        environment.meshAuthority().ifPresent(arn -> sameRegion("mesh", "certificateAuthority", arn, region));
        environment.notifications().page().forEach(arn -> sameRegion("notify", "page", arn, region));
        environment.notifications().ticket().forEach(arn -> sameRegion("notify", "ticket", arn, region));
    }

    /** A load balancer takes certificates of its own account only (ELB, "SSL certificates for your Application Load Balancer"). */
    private void checkAccount(String account) {
        environment.loadBalancer().certificate().filter(arn -> !account.equals(Arn.account(arn))).ifPresent(arn -> {
            throw root.section("loadBalancer").refuse("certificate", arn,
                    "one of " + account + ", the environment's account");
        });
    }

    private void sameRegion(String section, String key, String arn, String region) {
        if (!region.equals(Arn.region(arn))) {
            throw root.section(section).refuse(key, arn, "one of " + region + ", the environment's Region");
        }
    }

    /** Datadog's site and key serve its log shipping too, which does not need its traces. */
    private void checkTracing() {
        if (environment.tracing().backend() == TracingBackend.AWS && !environment.datadog().enabled()) {
            Section tracing = root.section("tracing");
            List.of("site", "apiKeySecret").stream().filter(tracing::has).findFirst().ifPresent(key -> {
                throw tracing.refuse(key, "a setting of Datadog",
                        "no such key, because tracing.backend is aws and datadog.enabled is false");
            });
        }
    }

    private void checkProduction() {
        if (environment.gameDays()) {
            throw root.refuse("gameDays", "true", "false, because this is " + PROD);
        }
        if (environment.loadBalancer().certificate().isEmpty()) {
            throw root.section("loadBalancer").refuse("certificate", "nothing",
                    "the ARN of an ACM certificate, because this is " + PROD);
        }
        requireTopic("page", environment.notifications().page());
        requireTopic("ticket", environment.notifications().ticket());
        requireHandle();
        services.forEach((name, section) -> {
            int tasks = environment.settingsOf(name).tasks();
            if (tasks < PROD_TASKS) {
                throw section.refuse("tasks", Integer.toString(tasks), "2 or more, because this is " + PROD);
            }
        });
    }

    private void requireFullAlarms(String reason) {
        if (environment.alarmLevel() != AlarmLevel.FULL) {
            throw root.section("alarms").refuse("level", environment.alarmLevel().word(), "full, because " + reason);
        }
    }

    private void requireTopic(String severity, List<String> topics) {
        if (topics.isEmpty()) {
            throw root.section("notify").refuse(severity, "nothing",
                    "at least one SNS topic, because this is " + PROD);
        }
    }

    private void requireHandle() {
        var datadog = environment.datadog();
        if (datadog.enabled() && datadog.monitors() && datadog.notifications().page().isEmpty()) {
            throw root.section("datadog").refuse("page", "nothing",
                    "at least one handle of Datadog such as '@pagerduty-oncall', because this is " + PROD);
        }
    }

    /** Blames the deadline that this file sets; one of the two services has one, or else the declaration is wrong. */
    private void refuse(Deadlines.Violation violation) {
        throw Stream.of(violation.server(), violation.client()).filter(name -> services.get(name).has("deadline"))
                .findFirst()
                .map(name -> services.get(name).refuse("deadline",
                        environment.topology().get(name).deadline().toSeconds() + "s", violation.allowed()))
                .orElseGet(() -> new InvalidInput("deadline of " + violation.client(),
                        violation.outer().toSeconds() + "s", violation.allowed()));
    }
}
