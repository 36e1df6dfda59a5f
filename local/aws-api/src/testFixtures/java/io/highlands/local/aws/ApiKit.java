// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.InMemoryAlarms;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.Sample;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The APIs over real services and a store of their own. */
public final class ApiKit implements AutoCloseable {

    private final TelemetryStore store;
    private final LogService logs;
    private final AlarmService alarms;
    private final AwsServer server;
    private final RawClient client;

    public ApiKit(Path folder) {
        store = TelemetryStore.open(StoreOptions.in(folder));
        Clock clock = Clock.systemUTC();
        MetricService metrics = new MetricService(store.metrics(), clock);
        alarms = new AlarmService(new AlarmOptions("us-east-1", "000000000000", 1, clock),
                metrics::source, new InMemoryAlarms());
        logs = new LogService(store.logs(), clock);
        server = new AwsServer(AwsOptions.on(0), metrics, alarms, new DashboardService(store.states(), clock), logs);
        client = new RawClient(server.port());
    }

    public int port() {
        return server.port();
    }

    /** Puts what AWS publishes itself, and nobody else may. */
    public void published(List<Sample> samples) {
        assertThat(store.metrics().put(samples)).isTrue();
    }

    /** Calls an operation of CloudWatch in JSON, which has to succeed. */
    JsonNode call(String operation, String body) {
        return answered(Requests.json(client, operation, body));
    }

    /** Calls an operation of CloudWatch Logs, which has to succeed. */
    JsonNode logs(String operation, String body) {
        return answered(Requests.logs(client, operation, body));
    }

    private static JsonNode answered(RawClient.Response response) {
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body().length == 0 ? "{}" : response.text());
    }

    /** Calls an operation of CloudWatch in JSON, which has to fail. */
    RawClient.Response refused(String operation, String body) {
        return failed(Requests.json(client, operation, body));
    }

    /** Calls an operation of CloudWatch Logs, which has to fail. */
    RawClient.Response logsRefused(String operation, String body) {
        return failed(Requests.logs(client, operation, body));
    }

    private static RawClient.Response failed(RawClient.Response response) {
        assertThat(response.status()).as(response.text()).isBetween(400, 499);
        return response;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        alarms.close();
        logs.close();
        store.close();
    }
}
