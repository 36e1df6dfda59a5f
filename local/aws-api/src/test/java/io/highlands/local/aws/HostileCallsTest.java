// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that would occupy or end what answers the others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html">ThrottlingException 400,
 *      InternalFailure 500</a>
 */
@Timeout(120)
class HostileCallsTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AwsServer server = new AwsServer(AwsOptions.on(0), new Actions().serve("logs", Map.of(
            "DescribeLogGroups", input -> untilTheEnd(), "StartQuery", input -> overflow(1), "StopQuery", input -> {
                throw new OutOfMemoryError("Required length exceeds implementation limit");
            })));

    @AfterEach
    void close() {
        end.countDown();
        server.close();
        callers.close();
    }

    @Test
    void callsThatWaitBehindFourOthersAreThrottled() throws Exception {
        List<CompletableFuture<RawClient.Response>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> call("DescribeLogGroups", "{}"), callers));
        }

        RawClient.Response first = (RawClient.Response) CompletableFuture
                .anyOf(calls.toArray(CompletableFuture[]::new)).get();

        assertThat(first.status()).isEqualTo(400);
        assertThat(first.text()).contains("ThrottlingException", "Rate exceeded");
        end.countDown();
        for (CompletableFuture<RawClient.Response> call : calls) {
            assertThat(call.get().status()).isIn(200, 400);
        }
    }

    @Test
    void aCallThatOverflowsItsStackOrLacksMemoryFailsAlone() {
        RawClient.Response deep = call("StartQuery",
                "{\"queryString\":\"fields @message\",\"startTime\":0,\"endTime\":1}");
        assertThat(deep.status()).isEqualTo(500);
        assertThat(deep.text()).contains("InternalFailure");
        RawClient.Response large = call("StopQuery", "{\"queryId\":\"1\"}");
        assertThat(large.status()).isEqualTo(500);
        assertThat(large.text()).contains("InternalFailure");
    }

    @Test
    void aPathOfThirtyThousandSegmentsIsAnUnknownOperation() {
        try (RawClient client = new RawClient(server.port())) {
            RawClient.Response response = client.post("/a".repeat(15_000), List.of("Content-Type: application/cbor"),
                    new byte[0]);

            assertThat(response.status()).isEqualTo(400);
        }
    }

    private RawClient.Response call(String operation, String body) {
        try (RawClient client = new RawClient(server.port())) {
            return Requests.logs(client, operation, body);
        }
    }

    private Map<String, Object> untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Output.nothing();
    }

    private static Map<String, Object> overflow(int depth) {
        return depth > 0 ? overflow(depth + 1) : Output.nothing();
    }
}
