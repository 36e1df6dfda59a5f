// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a service ends.
 */
class DrainTest {

    @Test
    void whileItDrainsHealthIs503AndEverythingElseIsServedAndAfterwardsRequestsInFlightEnd() throws Exception {
        try (StubUpstream upstream = StubUpstream.answering("{}").hold("{\"value\":\"slow\"}");
                RunningService service = RunningService.start(CallerApplication.class, "highlands.drain=3s",
                        "highlands.upstreams.service-x.url=" + upstream.url(),
                        "highlands.upstreams.service-y.url=" + upstream.url())) {
            assertThat(service.get("/health").body()).isEqualTo("{\"status\":\"Healthy\"}");
            CompletableFuture<HttpResponse<String>> slow = service.getLater("/x");
            Eventually.await("a request in flight", () -> upstream.inFlight() == 1);
            long closed = System.nanoTime();

            Thread closing = Thread.ofPlatform().start(service.context()::close);

            Eventually.await("health answers 503", () -> service.get("/health").statusCode() == 503);
            assertThat(service.get("/health").body()).isEqualTo("{\"status\":\"Draining\"}");
            assertThat(service.get("/echo?p=still").body()).isEqualTo("{\"value\":\"still\"}");
            Eventually.await("the listener is closed", () -> refused(service));
            assertThat(System.nanoTime() - closed).isGreaterThan(2_900_000_000L);
            upstream.release();
            assertThat(slow.join().statusCode()).isEqualTo(200);
            closing.join();
        }
    }

    private static boolean refused(RunningService service) throws Exception {
        try {
            service.get("/health");
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
