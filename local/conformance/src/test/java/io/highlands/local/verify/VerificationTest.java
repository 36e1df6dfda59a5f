// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.AwsCommandLine;
import io.highlands.local.aws.AwsOptions;
import io.highlands.local.aws.AwsServer;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.Sample;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The comparison through the real AWS CLI, against local mode's own APIs. */
class VerificationTest {

    private static final String DASHBOARD = "highlands-local-mesh";
    private static final String BODY = """
            {"widgets":[{"type":"metric","properties":{"title":"Requests","region":"us-east-1","metrics":[
              ["AWS/ECS","RequestCount","ServiceName","a","ClusterName","c"],
              ["AWS/ApplicationELB","HTTPCode_ELB_5XX_Count","LoadBalancer","lb"],
              [{"expression":"SEARCH('{AWS/ECS,ServiceName,ClusterName} RequestCount', 'Sum', 60)"}]]}}]}""";

    private final Instant now = Instant.now();

    @TempDir
    private Path folder;

    private TelemetryStore store;
    private MetricService metrics;
    private AlarmService alarms;
    private DashboardService dashboards;
    private LogService logs;
    private AwsServer server;

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        store = TelemetryStore.open(StoreOptions.in(folder.resolve("telemetry")));
        metrics = new MetricService(store.metrics(), clock);
        alarms = new AlarmService(new AlarmOptions("us-east-1", "000000000000", 1, clock), metrics::source,
                new StoredAlarms(store.states()));
        dashboards = new DashboardService(store.states(), clock);
        logs = new LogService(store.logs(), clock);
        server = new AwsServer(AwsOptions.on(0), metrics, alarms, dashboards, logs);
        dashboards.provision(Map.of(DASHBOARD, BODY));
    }

    @AfterEach
    void close() {
        server.close();
        alarms.close();
        logs.close();
        store.close();
    }

    @Test
    void whatIsThereHasNoGapsAndWhatOnlyAnIncidentMakesIsExcused() throws Exception {
        publish("RequestCount", Map.of("ServiceName", "a", "ClusterName", "c"));

        Report report = verify(Map.of(DASHBOARD, BODY), Set.of());

        assertThat(report.gaps()).isEmpty();
        assertThat(report.withData()).isEqualTo(2);
        assertThat(report.incidents())
                .containsExactly(
                        "AWS/ApplicationELB HTTPCode_ELB_5XX_Count {LoadBalancer=lb}: zero-tasks of service-b");
    }

    @Test
    void aMetricThatWasRenamedOnOneSideIsAGapThatNamesItsNeighbours() throws Exception {
        publish("RequestsCount", Map.of("ServiceName", "a", "ClusterName", "c"));

        assertThat(verify(Map.of(DASHBOARD, BODY), Set.of()).gaps()).extracting(Gap::why).containsExactlyInAnyOrder(
                "does not exist (dashboard highlands-local-mesh, 'Requests'); under these dimensions there are: "
                        + "RequestsCount",
                "finds nothing (dashboard highlands-local-mesh, 'Requests')");
    }

    @Test
    void aMetricUnderOtherDimensionsIsAGapThatNamesThem() throws Exception {
        publish("RequestCount", Map.of("ServiceName", "b", "ClusterName", "c"));

        assertThat(verify(Map.of(DASHBOARD, BODY), Set.of()).gaps()).extracting(Gap::why)
                .containsExactly("does not exist (dashboard highlands-local-mesh, 'Requests'); found under other "
                        + "dimensions: {ClusterName=c, ServiceName=b}");
    }

    @Test
    void dashboardsAndAlarmsThatAreNotThereAndAlarmsWithoutDataAreGaps() throws Exception {
        publish("RequestCount", Map.of("ServiceName", "a", "ClusterName", "c"));
        alarms.putMetricAlarm(new MetricAlarmDefinition("highlands-local-quiet", "", AlarmActions.NONE, Origin.API,
                new Watched.Metric(new MetricName("AWS/ECS", "RequestCount",
                        Map.of("ServiceName", "a", "ClusterName", "c")), "Sum", Duration.ofMinutes(1),
                        Optional.empty()),
                Comparison.GREATER, 5, 1, OptionalInt.empty(), Optional.empty(), Optional.empty()));

        Report report = verify(Map.of(DASHBOARD, BODY, "highlands-local-none", BODY),
                Set.of("highlands-local-quiet", "highlands-local-lost"));

        assertThat(report.gaps()).extracting(gap -> gap.kind() + " " + gap.name())
                .containsExactly("alarm highlands-local-lost", "alarm highlands-local-quiet",
                        "dashboard highlands-local-none");
        assertThat(report.states()).isEqualTo(Map.of("INSUFFICIENT_DATA", 1));
    }

    @Test
    void aSecondLookForgetsWhatTheFirstOneMissed() throws Exception {
        Verification verification = verification(Map.of(DASHBOARD, BODY), Set.of());
        List<Gap> before = look(verification).gaps();
        publish("RequestCount", Map.of("ServiceName", "a", "ClusterName", "c"));

        assertThat(before).isNotEmpty();
        assertThat(look(verification).gaps()).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsOneLine() {
        assertThatThrownBy(() -> new Account(new AwsCli("no-such-aws", Optional.empty(), Optional.empty()))
                .dashboards("x")).isInstanceOf(VerifyException.class).hasMessageContaining("'no-such-aws'")
                .hasMessageNotContaining("\\n");
        assertThatThrownBy(() -> new AwsCli("aws", Optional.empty(), Optional.empty()).cloudWatch("delete-alarms"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("only reads");
    }

    private Report verify(Map<String, String> declared, Set<String> declaredAlarms) throws Exception {
        return look(verification(declared, declaredAlarms));
    }

    private Report look(Verification verification) {
        return verification.run("highlands-local-", now.plusSeconds(60), Duration.ofMinutes(15));
    }

    private Verification verification(Map<String, String> declared, Set<String> declaredAlarms) throws Exception {
        Path registry = Files.writeString(folder.resolve("incidents.json"), """
                {"metrics":[{"namespace":"AWS/ApplicationELB","metric":"HTTPCode_ELB_5XX_Count","fault":"zero-tasks",
                  "service":"service-b"}]}""");
        AwsCli aws = new AwsCli(AwsCommandLine.program(), Optional.of("http://127.0.0.1:" + server.port()),
                Optional.of("us-east-1"));
        return new Verification(declared, declaredAlarms, aws, Incidents.read(registry, "local"));
    }

    private void publish(String metric, Map<String, String> dimensions) {
        metrics.put(List.of(Sample.of(new MetricName("AWS/ECS", metric, dimensions), now, 1, "Count")));
    }
}
