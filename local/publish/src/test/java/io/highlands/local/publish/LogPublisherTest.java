// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.ecs.EcsEvent;
import io.highlands.local.ecs.LogSink;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.LogSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.RestartPolicy;
import io.highlands.local.template.ServiceConnectSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class LogPublisherTest {

    @TempDir
    private Path folder;

    @Test
    void linesGoToTheGroupsAndStreamsThatTheTemplateNames() {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder));
                LogService logs = new LogService(store.logs(), Clock.systemUTC())) {
            try (LogPublisher publisher = publisher(logs)) {
                publisher.line("service-a", "t1", "app", "hello");
                publisher.line("service-a", "t1", LogSink.PROXY, "{\"path\":\"/\"}");
                publisher.line("service-a", "t1", "unknown", "nobody wants it");
            }
            assertThat(logs.streams("/app", "")).singleElement()
                    .satisfies(stream -> assertThat(stream.name()).isEqualTo("task/app/t1"));
            assertThat(logs.streams("/mesh", "")).singleElement()
                    .satisfies(stream -> assertThat(stream.name()).startsWith("proxy/ecs-service-connect-").endsWith(
                            "/t1"));
            assertThat(messages(logs, "/app")).containsExactly("hello");
        }
    }

    @Test
    void eventsGoToTheLogGroupsOfTheRulesThatTheyFit() {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder));
                LogService logs = new LogService(store.logs(), Clock.systemUTC())) {
            try (LogPublisher publisher = publisher(logs)) {
                publisher.change(platform(), List.of(new EventRule("deployments", EventPattern.parse(
                        JsonMapper.shared().readTree("{\"source\":[\"aws.ecs\"],\"resources\":[{\"prefix\":"
                                + "\"arn:aws:ecs:eu-west-1:000000000000:service/test/\"}]}")),
                        List.of("/events"))), List.of());
                publisher.happened(new EcsEvent.DeploymentStateChange(Instant.now(), "service-a", "ecs-svc/1",
                        "SERVICE_DEPLOYMENT_FAILED", "ECS deployment circuit breaker: task failed to start."));
            }
            assertThat(messages(logs, "/events")).singleElement().asString()
                    .contains("\"detail-type\":\"ECS Deployment State Change\"")
                    .contains("\"eventType\":\"ERROR\",\"eventName\":\"SERVICE_DEPLOYMENT_FAILED\"");
        }
    }

    private static LogPublisher publisher(LogService logs) {
        return new LogPublisher(platform(), logs, samples -> {}, 6, Clock.systemUTC());
    }

    private static List<String> messages(LogService logs, String group) {
        return logs.filter(FilterRequest.of(group, Instant.now().minusSeconds(60), Instant.now().plusSeconds(60), ""))
                .events().stream().map(event -> event.message()).toList();
    }

    private static Platform platform() {
        Source source = new Source("stack", "Service");
        ContainerSpec app = new ContainerSpec("app", "image", null, true, Map.of(), Map.of(), List.of(), List.of(),
                null, List.of(), null, List.of(), Duration.ofSeconds(30), null, null, 0, false, null,
                log("/app", "task"), RestartPolicy.NONE);
        ServiceSpec service = new ServiceSpec(source, "service-a", 1, 100, 200, false, false, Duration.ZERO, Set.of(),
                new TaskDefinitionSpec(source, "family", 256, 512, List.of(app)),
                new ServiceConnectSpec(true, "test", List.of(), log("/mesh", "proxy"), true, false), List.of());
        return new Platform("test", "eu-west-1", "000000000000", "test", "test", List.of(service), null, List.of(),
                List.of(), new Coverage(List.of()));
    }

    private static LogSpec log(String group, String prefix) {
        return new LogSpec("awslogs", Map.of("awslogs-group", group, "awslogs-stream-prefix", prefix));
    }
}
