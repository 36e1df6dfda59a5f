// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bulkhead before an upstream, with its default size.
 */
class BulkheadTest {

    private static final int PLACES = 200;

    @Test
    void twoHundredSlowCallsAreAllInFlightAndExactlyThoseBeyondAreTurnedAway() throws Exception {
        try (StubUpstream upstream = StubUpstream.answering("{}").hold("{\"value\":\"slow\"}");
                RunningService service = RunningService.start(CallerApplication.class,
                        "highlands.upstreams.service-x.url=" + upstream.url(),
                        "highlands.upstreams.service-x.timeout=120s",
                        "highlands.upstreams.service-x.connect-timeout=60s",
                        "highlands.upstreams.service-y.url=" + upstream.url())) {
            List<CompletableFuture<HttpResponse<String>>> slow = calls(service, PLACES);
            Eventually.await("200 calls in flight", () -> upstream.inFlight() == PLACES);

            List<HttpResponse<String>> beyond = calls(service, 20).stream().map(CompletableFuture::join).toList();

            assertThat(beyond).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("retry-after")).contains("1");
                assertThat(answer.body()).contains("\"upstream\":\"service-x\"");
            });
            upstream.release();
            assertThat(slow.stream().map(CompletableFuture::join)).extracting(HttpResponse::statusCode)
                    .containsOnly(200).hasSize(PLACES);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> calls(RunningService service, int count) {
        return IntStream.range(0, count).mapToObj(i -> service.getLater("/x")).toList();
    }
}
