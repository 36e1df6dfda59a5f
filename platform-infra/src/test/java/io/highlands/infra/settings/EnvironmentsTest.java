// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.datadog.Notifications;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvironmentsTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> NAMES = Environments.NAMES;
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:oncall";

    @ParameterizedTest
    @FieldSource("NAMES")
    void environmentOfTheRepositoryIsValid(String name) {
        assertThat(EnvironmentFile.of(name).loadDeclared().name()).isEqualTo(name);
    }

    @Test
    void smallestFileGetsTheDocumentedDefaults() {
        Environment dev = new EnvironmentFile("dev", "image: '1'").load();

        assertThat(dev.drain()).isEqualTo(Duration.ofSeconds(25));
        assertThat(dev.logRetentionDays()).isEqualTo(30);
        assertThat(dev.keepData()).isFalse();
        assertThat(dev.network()).isEqualTo(new NetworkSettings("10.0.0.0/16", 2, 1));
        assertThat(dev.tracing())
                .isEqualTo(new TracingSettings(false, TracingBackend.DATADOG, TracingAgent.DATADOG, 0.1, 10,
                        "datadoghq.com", "highlands/dev/datadog-api-key"));
        assertThat(dev.datadog()).isEqualTo(new DatadogSettings(false, true, true, true, Notifications.DEFAULTS));
        assertThat(dev.gameDays()).isFalse();
        assertThat(dev.notifications()).isEqualTo(new NotifySettings(List.of(), List.of(), List.of()));
        assertThat(dev.metrics()).isEqualTo(new MetricsSettings(Duration.ofSeconds(60)));
        assertThat(dev.objectives()).isEqualTo(Objectives.DEFAULTS);
        assertThat(dev.thresholds()).isEqualTo(Thresholds.DEFAULTS);
        assertThat(dev.alarmLevel()).isEqualTo(AlarmLevel.FULL);
        assertThat(dev.runbooks()).isEqualTo("runbooks");
        assertThat(dev.settingsOf("service-a").tasks()).isOne();
        assertThat(dev.settingsOf("service-a").scales()).isFalse();
    }

    @Test
    void tracesOfAwsAreMadeByTheOpenTelemetryAgent() {
        TracingSettings tracing = new EnvironmentFile("dev", "image: '1'\ntracing: {backend: aws}").load().tracing();

        assertThat(tracing.backend()).isEqualTo(TracingBackend.AWS);
        assertThat(tracing.agent()).isEqualTo(TracingAgent.OPENTELEMETRY);
    }

    @Test
    void datadogsSiteIsAllowedWithTracesInAwsWhereDatadogIsUsedOtherwise() {
        var file = new EnvironmentFile("dev",
                "image: '1'\ntracing: {backend: aws, site: datadoghq.eu}\ndatadog: {enabled: true}");

        assertThat(file.load().tracing().site()).isEqualTo("datadoghq.eu");
    }

    @Test
    void localNeedsNeitherAccountNorRegion() {
        Environment local = EnvironmentFile.of("local").load();

        assertThat(local.account()).isEmpty();
        assertThat(local.region()).isEmpty();
        assertThat(local.drain()).isEqualTo(Duration.ofSeconds(1));
        assertThat(local.tracing().enabled()).isFalse();
        assertThat(local.services().values()).allMatch(service -> service.tasks() == 1);
    }

    @Test
    void serviceTakesTheEnvironmentsImageUnlessItHasItsOwn() {
        String digest = "sha256:" + "0a".repeat(32);
        Environment dev = new EnvironmentFile("dev", """
                image: 1.2.3
                services:
                  service-c:
                    image: %s
                """.formatted(digest)).load();

        assertThat(dev.settingsOf("service-a").image()).isEqualTo("1.2.3");
        assertThat(dev.settingsOf("service-c").image()).isEqualTo(digest);
    }

    /** The Well-Architected Reliability Pillar, REL10-BP01: deploy the workload to multiple locations. */
    @Test
    void serviceThatAnEnvironmentDoesNotNameHasOneTaskAndTwoInProd() {
        var prod = EnvironmentFile.of("prod").with("  service-a:\n    tasks: 2\n    maxTasks: 6\n", "");

        assertThat(prod.load().settingsOf("service-a").tasks()).isEqualTo(2);
        assertThat(prod.load().settingsOf("service-a").scales()).isFalse();
        assertThat(new EnvironmentFile("dev", "image: '1'").load().settingsOf("service-a").tasks()).isOne();
    }

    @Test
    void unknownEnvironmentIsRefused() {
        var environments = new Environments(EnvironmentFile.FOLDER);

        assertThatThrownBy(() -> environments.load("production", DeclaredServices.EXAMPLE))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("environment: found production; allowed: local, dev, staging, prod");
    }

    @Test
    void missingFileIsNamed() {
        var environments = new Environments(Path.of("nowhere"));

        assertThatThrownBy(() -> environments.load("dev", DeclaredServices.EXAMPLE))
                .hasMessage("environment dev: found no file nowhere/dev.yaml; allowed: a readable file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            imgae: 1                             | imgae: found an unknown key; allowed: account, alarms, datadog, drain, gameDays, image
            services: {service-x: {}}            | services.service-x: found an unknown key; allowed: service-a, service-b, service-c
            tracing: {enable: true}              | tracing.enable: found an unknown key; allowed: agent, apiKeySecret, backend, enabled
            tracing: {enabled: yes}              | tracing.enabled: found yes; allowed: true or false
            tracing: {agent: zipkin}             | tracing.agent: found zipkin; allowed: datadog, opentelemetry
            tracing: {backend: xray}             | tracing.backend: found xray; allowed: datadog, aws
            tracing: {backend: aws, agent: datadog} | tracing.agent: found datadog; allowed: opentelemetry, because tracing.backend is aws
            tracing: {backend: aws, site: datadoghq.eu} | tracing.site: found a setting of Datadog; allowed: no such key, because tracing.backend is aws and datadog.enabled is false
            tracing: {backend: aws, apiKeySecret: key} | tracing.apiKeySecret: found a setting of Datadog; allowed: no such key
            tracing: {backend: aws, maxTracesPerSecond: 5} | tracing.maxTracesPerSecond: found a setting of Datadog; allowed: no such key
            tracing: {sampleRate: 5}             | tracing.sampleRate: found 5; allowed: a number from 0.0 to 1.0
            tracing: [1]                         | tracing: found a list; allowed: a mapping
            services: {service-a: {tasks: two}}  | services.service-a.tasks: found two; allowed: a whole number from 1 to 100
            services: {service-a: {tasks: 1.5}}  | services.service-a.tasks: found 1.5; allowed: a whole number from 1 to 100
            services: {service-a: {tasks: 3, maxTasks: 2}} | services.service-a.maxTasks: found 2; allowed: a whole number from 3 to 100
            services: {service-a: {cpu: 300}}    | services.service-a.cpu: found 300; allowed: 256, 512, 1024, 2048, 4096, 8192, 16384
            services: {service-a: {memory: 512}} | services.service-a.memory: found cpu 1024 with memory 512; allowed: memory of 2048, 3072
            services: {service-a: {cpu: 256, memory: 1024}} | services.service-a.cpu: found cpu 256 with memory 1024; allowed: a task that leaves the service cpu 128
            services: {service-a: {image: a b}}  | services.service-a.image: found a b; allowed: a tag or a sha256 digest
            services: {service-a: {deadline: 10}} | services.service-a.deadline: found 10; allowed: a duration from 1s to 60s
            drain: 5 minutes                     | drain: found 5 minutes; allowed: a duration from 1s to 50s, such as 10s or 2m
            logRetentionDays: 31                 | logRetentionDays: found 31; allowed: one of [1, 3, 5, 7
            account: 12                          | account: found 12; allowed: twelve digits, in quotes
            region: Ireland                      | region: found Ireland; allowed: an AWS Region
            network: {cidr: 10.0.0.0/28}         | network.cidr: found 10.0.0.0/28; allowed: a private range of size /16 to /19
            network: {natGateways: 3}            | network.natGateways: found 3; allowed: a whole number from 1 to 2
            loadBalancer: {certificate: mine}    | loadBalancer.certificate: found mine; allowed: arn:aws:acm:REGION:ACCOUNT:certificate/ID
            loadBalancer: {accessLogs: true}     | region: found nothing; allowed: an AWS Region, because loadBalancer.accessLogs is true
            loadBalancer: {allowFrom: [10.0.0.0/33]} | loadBalancer.allowFrom: found 10.0.0.0/33; allowed: an IPv4 range such as 203.0.113.0/24
            loadBalancer: {allowFrom: [300.0.0.0/8]} | loadBalancer.allowFrom: found 300.0.0.0/8; allowed: an IPv4 range
            notify: {email: [someone]}           | notify.email: found someone; allowed: an e-mail address
            mesh: {certificateAuthority: x}      | mesh.certificateAuthority: found x; allowed: arn:aws:acm-pca
            notify: [someone]                    | notify: found a list; allowed: a mapping
            notify: {page: someone}              | notify.page: found someone; allowed: a list of arn:aws:sns
            notify: {ticket: [someone]}          | notify.ticket: found someone; allowed: arn:aws:sns:REGION:ACCOUNT:TOPIC
            runbooks: https://git.example.com/   | runbooks: found https://git.example.com/; allowed: a URL or a path, without a slash at the end
            metrics: {step: 7s}                  | metrics.step: found 7s; allowed: a divisor of 60s
            metrics: {step: 2m}                  | metrics.step: found 2m; allowed: a duration from 1s to 60s
            metrics: {enabled: true}             | metrics.enabled: found an unknown key; allowed: step
            slo: {availability: 100}             | slo.availability: found 100; allowed: a number from 50.0 to 99.999
            slo: {latency: 2 s}                  | slo.latency: found 2 s; allowed: a duration from 10ms to 60000ms, such as 250ms or 1s
            slo: {windowDays: 0}                 | slo.windowDays: found 0; allowed: a whole number from 1 to 90
            slo: {availability: 93}              | alarms.burnFast: found 14.4; allowed: less than 14.3, the burn rate of a total outage with an objective of 93.0 %
            alarms: {burnFast: 120}              | alarms.burnFast: found 120.0; allowed: less than 100.0, the burn rate of a total outage with an objective of 99.0 %
            alarms: {minimumRequests: 1.5}       | alarms.minimumRequests: found 1.5; allowed: a whole number from 1 to 1000000
            alarms: {minimumFailures: 0}         | alarms.minimumFailures: found 0; allowed: a whole number from 1 to 1000000
            alarms: {level: some}                | alarms.level: found some; allowed: full, tickets or none
            alarms: {cpuPercent: 101}            | alarms.cpuPercent: found 101; allowed: a number from 1.0 to 100.0
            alarms: {cpu: 80}                    | alarms.cpu: found an unknown key; allowed: burnFast, burnSlow, cpuPercent
            gameDays: yes                        | gameDays: found yes; allowed: true or false
            image: 2                             | image: found a second time; allowed: once
            """)
    void wrongSettingIsRefusedInOneLine(String line, String message) {
        var file = new EnvironmentFile("dev", "image: '1'").plus(line);

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).message().contains("dev.yaml", message)
                .doesNotContain("\n");
    }

    /** Targets speak TLS 1.3 only then, and the load balancer's listener decides whether it does (service-connect-tls). */
    @Test
    void encryptedMeshWithoutACertificateOfTheLoadBalancerIsRefused() {
        var file = new EnvironmentFile("dev", """
                image: '1'
                mesh:
                  certificateAuthority: arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1
                """);

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).message().contains("dev.yaml:3:3: "
                + "mesh.certificateAuthority: found arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1; "
                + "allowed: nothing, or loadBalancer.certificate as well").doesNotContain("\n");
    }

    /** What a stack of one Region is told to use of another is refused by AWS, when it is deployed. */
    @ParameterizedTest
    @ValueSource(strings = {"certificate: arn:aws:acm:", "certificateAuthority: arn:aws:acm-pca:", "- arn:aws:sns:"})
    void resourceOfAnotherRegionIsRefusedWithItsLine(String key) {
        var file = EnvironmentFile.of("prod").with(key + "eu-west-1", key + "us-east-1");

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).message()
                .containsPattern(
                        "prod\\.yaml:\\d+:3: .*us-east-1.*; allowed: one of eu-west-1, the environment's Region");
    }

    @Test
    void addressesWithoutATopicToSubscribeToAreRefused() {
        var file = EnvironmentFile.of("prod").with("notify:\n", "notify:\n  email: [a@example.com]\n");

        assertThatThrownBy(file::load).hasMessageContaining("notify.email: found a@example.com; allowed: none, because "
                + "notify.page and notify.ticket name topics: subscribe to those");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tickets | page: [T]                      | page: found T; allowed: none, because alarms.level is tickets
            tickets | ticket: [T], email: [a@b.com]  | email: found a@b.com; allowed: none, because notify.ticket names topics
            none    | page: [T]                      | page: found T; allowed: none, because alarms.level is none
            none    | ticket: [T]                    | ticket: found T; allowed: none, because alarms.level is none
            none    | email: [a@b.com]               | email: found a@b.com; allowed: none, because alarms.level is none
            full    | page: [T], ticket: [T], email: [a@b.com] | email: found a@b.com; allowed: none, because notify.page and
            """)
    void whatNoAlarmOfTheLevelTellsIsRefused(String level, String notify, String message) {
        assertThatThrownBy(() -> notifying(level, notify)).isInstanceOf(InvalidInput.class).message()
                .containsPattern("dev\\.yaml:3:\\d+: notify\\." + Pattern.quote(message.replace("T;", TOPIC + ';')))
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            full    | {}                           | page and ticket
            full    | page: [T]                    | ticket
            full    | ticket: [T]                  | page
            tickets | {}                           | ticket
            """)
    void severityThatTellsATopicWithoutSubscribersIsNamed(String level, String notify, String severities) {
        assertThat(Notices.of(notifying(level, notify)).get("highlands:nobodyIsTold"))
                .startsWith("alarms of severity " + severities + " reach nobody: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            full    | page: [T], ticket: [T]
            full    | page: [T], email: [a@b.com]
            tickets | ticket: [T]
            tickets | email: [a@b.com]
            none    | {}
            """)
    void noNoticeWhereEverySeverityReachesSomebody(String level, String notify) {
        assertThat(Notices.of(notifying(level, notify))).doesNotContainKey("highlands:nobodyIsTold");
    }

    private static Environment notifying(String level, String notify) {
        String keys = "{}".equals(notify) ? notify : "{" + notify.replace("[T]", "['" + TOPIC + "']") + "}";
        return new EnvironmentFile("dev", "image: '1'\nalarms: {level: %s}\nnotify: %s\n".formatted(level, keys))
                .load();
    }

    /** AWS refuses it with CertificateNotFound when it is deployed (Elastic Load Balancing, API_CreateListener). */
    @Test
    void certificateOfAnotherAccountIsRefusedWithItsLine() {
        var file = EnvironmentFile.of("prod").with("arn:aws:acm:eu-west-1:111122223333",
                "arn:aws:acm:eu-west-1:444455556666");

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).message().contains("prod.yaml:%d:3: "
                .formatted(file.lineOf("certificate: arn:aws:acm:")) + "loadBalancer.certificate: found arn:aws:acm:",
                "; allowed: one of 111122223333, the environment's account").doesNotContain("\n");
    }

    @Test
    void environmentThatIsOpenWithoutTlsAndTellsNobodySaysSo() {
        assertThat(Notices.of(new EnvironmentFile("dev", "image: '1'").load())).containsOnlyKeys(
                "highlands:nobodyIsTold",
                "highlands:plainHttp");
        assertThat(Notices.of(new EnvironmentFile("dev", """
                image: '1'
                loadBalancer: {allowFrom: [203.0.113.0/24]}
                notify: {email: [oncall@example.com]}
                """).load())).isEmpty();
        assertThat(Notices.of(new EnvironmentFile("dev", "image: '1'\nalarms: {level: none}").load()))
                .containsOnlyKeys("highlands:plainHttp");
    }

    @Test
    void refusalNamesTheLine() {
        var file = EnvironmentFile.of("prod").with("maxTasks: 6", "maxTask: 6");

        assertThatThrownBy(file::load).hasMessageContaining(
                "prod.yaml:%d:5: services.service-a.maxTask: found an unknown key".formatted(file.lineOf("maxTask:")));
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        var file = new EnvironmentFile("dev", "image: '1'\ntracing: {");

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).message()
                .containsPattern("dev\\.yaml:2:\\d+: found .*; allowed: YAML");
    }

    /** YAML 1.2.2 has no limit of its own (section 5); the library recurses, and 5,000 levels overflowed its stack. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void nestingDeeperThanAnySettingIsRefusedWithItsLine(String opening) {
        var file = new EnvironmentFile("dev", "image: '1'\ntracing:\n  " + opening.repeat(5_000));

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class)
                .message()
                .containsPattern("dev\\.yaml:3:\\d+: found more than 50 levels; allowed: YAML$");
    }

    /** YAML 1.2.2, section 10.2: the content of a tag has its form; the library does not look. */
    @ParameterizedTest
    @CsvSource({"'tracing: {enabled: !!bool maybe}', maybe", "'tracing: {sampleRate: !!float x}', x",
            "'network: {natGateways: !!int 1.5}', 1.5", "'tracing: {sampleRate: .nan}', .nan"})
    void aTagWhoseTextHasAnotherFormIsRefusedWithItsLineAndKey(String line, String found) {
        var file = new EnvironmentFile("dev", "image: '1'\n" + line);

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("dev.yaml:2:").hasMessageContaining("found " + found + ";");
    }

    @Test
    void emptyFileIsRefused() {
        assertThatThrownBy(new EnvironmentFile("dev", "# nothing")::load)
                .hasMessageEndingWith("dev.yaml: found nothing; allowed: a mapping of settings");
    }

    @Test
    void fileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("dev.yaml"), new byte[]{(byte) 0xff, (byte) 0xfe, 0x00});

        assertThatThrownBy(() -> new Environments(folder).load("dev", DeclaredServices.EXAMPLE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageEndingWith("dev.yaml: found bytes that are not UTF-8; allowed: a readable file in UTF-8");
    }

    @Test
    void environmentWithoutImageIsRefused() {
        assertThatThrownBy(new EnvironmentFile("dev", "drain: 2s")::load)
                .hasMessageEndingWith("dev.yaml: image: found nothing; allowed: a tag");
    }

    @Test
    void deadlineThatDoesNotShrinkIsRefusedWhereItIsSet() {
        var file = new EnvironmentFile("dev", """
                image: '1'
                services:
                  service-c:
                    deadline: 8s
                """);

        assertThatThrownBy(file::load).hasMessageContaining("dev.yaml:4:5: services.service-c.deadline: found 8s; "
                + "allowed: deadlines that shrink inwards (on path /time service-b waits 9 s for service-c, "
                + "and has to answer in 8 s)");
    }

    @Test
    void deadlineOfTheCallerThatIsTooShortIsRefusedWhereItIsSet() {
        var file = new EnvironmentFile("dev", "image: '1'\nservices: {service-b: {deadline: 11s}}");

        assertThatThrownBy(file::load).hasMessageContaining("services.service-b.deadline: found 11s")
                .hasMessageContaining("on path / service-b waits 11 s for service-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "none"})
    void prodHasAllAlarms(String level) {
        var file = EnvironmentFile.of("prod").plus("alarms:\n  level: " + level);

        assertThatThrownBy(file::load).hasMessageEndingWith("prod.yaml:%d:3: alarms.level: found %s; allowed: full, "
                .formatted(file.lineOf("  level: " + level), level) + "because this is prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "none"})
    void gameDaysNeedAlarmsThatStopThem(String level) {
        var file = new EnvironmentFile("dev", "image: '1'\ngameDays: true\nalarms:\n  level: " + level);

        assertThatThrownBy(file::load).hasMessageEndingWith("dev.yaml:4:3: alarms.level: found " + level
                + "; allowed: full, because gameDays is true, and alarms stop its experiments");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certificate: | # certificate: | loadBalancer.certificate: found nothing; allowed: the ARN of an ACM certificate, because this is prod
            keepData: true | gameDays: true | gameDays: found true; allowed: false, because this is prod
            tasks: 2     | tasks: 1       | services.service-a.tasks: found 1; allowed: 2 or more, because this is prod
            page:        | pages:         | notify.pages: found an unknown key; allowed: email, page, ticket
            arn:aws:sns:eu-west-1:111122223333:oncall | oncall | notify.page: found oncall; allowed: arn:aws:sns:REGION:ACCOUNT:TOPIC
            - arn:aws:sns:eu-west-1:111122223333:oncall | [] | notify.page: found nothing; allowed: at least one SNS topic, because this is prod
            - arn:aws:sns:eu-west-1:111122223333:backlog | [] | notify.ticket: found nothing; allowed: at least one SNS topic, because this is prod
            """)
    void prodIsHeldToMore(String old, String other, String message) {
        var file = EnvironmentFile.of("prod").with(old, other);

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }
}
