// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What the agents really send becomes the same spans, whichever agent it was. */
class RealAgentsTest {

    private static final String JOIN = "11111111-2222-3333-4444-55555555555";
    private static final String CHAIN = "aaaaaaaa-2222-3333-4444-55555555555";

    private final IntakeKit kit = new IntakeKit(Captures.CLOCK);

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATADOG_V04", "DATADOG_V05", "OPENTELEMETRY"})
    void aRequestIsOneTraceWithItsEdges(Captures captures) {
        kit.sendAll(captures);
        for (int number = 1; number <= 3; number++) {
            assertThat(edges(JOIN + number)).containsExactlyInAnyOrder("service-b>service-a GET /route",
                    "service-b>service-c GET /time");
            assertThat(edges(CHAIN + number)).containsExactlyInAnyOrder("service-a>service-b GET /time",
                    "service-b>service-c GET /time");
        }
        assertThat(kit.spans).allMatch(span -> span.trace().high() != 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestHasOneLocalRootPerService(Captures captures) {
        kit.sendAll(captures);
        Map<String, Long> roots = kit.spans.stream().filter(span -> span.localRoot() && !span.requestId().isEmpty())
                .collect(Collectors.groupingBy(span -> span.requestId() + span.service() + span.id(),
                        Collectors.counting()));
        assertThat(roots).isNotEmpty().allSatisfy((key, count) -> assertThat(count).isOne());
        assertThat(kit.spans).filteredOn(Span::localRoot).allMatch(span -> span.kind() == SpanKind.SERVER);
        assertThat(kit.spans).filteredOn(span -> span.kind() == SpanKind.SERVER).allMatch(Span::localRoot);
        long requests = kit.intake.counts().datadog().requests() + kit.intake.counts().otlp().requests();
        assertThat(requests).isEqualTo(kit.spans.stream().filter(Span::localRoot).count());
    }

    @ParameterizedTest
    @EnumSource
    void whatASpanNamesItselfIsNamedAlike(Captures captures) {
        kit.sendAll(captures);
        assertThat(kit.spans).filteredOn(span -> span.localRoot() && span.requestId().startsWith(JOIN))
                .isNotEmpty().allSatisfy(root -> {
                    assertThat(root.method()).isEqualTo("GET");
                    assertThat(root.httpStatus()).isEqualTo(200);
                    assertThat(root.route()).startsWith("/");
                    assertThat(root.name()).isEqualTo("GET " + root.route());
                    assertThat(root.status()).isEqualTo(SpanStatus.UNSET);
                    assertThat(root.durationNanos()).isPositive();
                    assertThat(root.attributes()).containsKey("network.peer.address")
                            .containsEntry("deployment.environment.name", "local")
                            .containsKeys("service.instance.id", "user_agent.original")
                            .doesNotContainKeys("http.method", "http.status_code", "http.request.method", "http.url");
                    assertThat(root.attributes().keySet()).noneMatch(name -> name.startsWith("_"));
                });
        assertThat(kit.spans).filteredOn(span -> span.kind() == SpanKind.CLIENT).isNotEmpty().allSatisfy(call -> {
            assertThat(call.peer()).isEqualTo("127.0.0.1");
            assertThat(call.httpStatus()).isEqualTo(200);
            assertThat(call.attributes()).containsKeys("server.port", "url.full");
        });
    }

    @Test
    void springsHandlerIsNoSecondServer() {
        kit.sendAll(Captures.DATADOG_V04);
        assertThat(kit.spans).filteredOn(span -> "spring.handler".equals(span.attributes().get("operation.name")))
                .isNotEmpty().allMatch(span -> span.kind() == SpanKind.INTERNAL && !span.localRoot());
        assertThat(kit.spans).allMatch(span -> span.source() == SpanSource.DATADOG);
    }

    @Test
    void anExceptionIsKept() {
        kit.sendAll(Captures.DATADOG_V04);
        assertThat(kit.spans).filteredOn(span -> span.httpStatus() == 400).isNotEmpty()
                .anySatisfy(span -> {
                    assertThat(span.error()).isEqualTo("parameter p is longer than 256 characters");
                    assertThat(span.attributes().get("exception.stacktrace")).contains("InvalidInp");
                });
    }

    @ParameterizedTest
    @EnumSource
    void ofATraceEveryServiceKeepsTheSame(Captures captures) {
        kit.sampleRate = 0.5;
        kit.sendAll(captures);
        List<Span> kept = List.copyOf(kit.spans);
        kit.spans.clear();
        kit.sampleRate = 1;
        kit.sendAll(captures);
        List<Span> all = List.copyOf(kit.spans);
        assertThat(kept).hasSizeLessThan(all.size());
        assertThat(kept.stream().map(Span::trace).distinct()).allSatisfy(trace -> assertThat(
                kept.stream().filter(span -> span.trace().equals(trace)).count())
                .isEqualTo(all.stream().filter(span -> span.trace().equals(trace)).count()));
        assertThat(kit.intake.counts().otlp().sampledAway() + kit.intake.counts().datadog().sampledAway())
                .isEqualTo(all.size() - kept.size());
    }

    /** Who called whom in the trace of a request: the caller of a local root, and the local root. */
    private List<String> edges(String requestId) {
        Span any = kit.spans.stream().filter(span -> span.requestId().equals(requestId)).findAny().orElseThrow();
        Map<Long, Span> trace = new HashMap<>();
        kit.spans.stream().filter(span -> span.trace().equals(any.trace())).forEach(span -> trace.put(span.id(), span));
        return trace.values().stream().filter(span -> span.localRoot() && span.parent() != 0)
                .map(span -> trace.get(span.parent()).service() + ">" + span.service() + " " + span.name()).toList();
    }
}
