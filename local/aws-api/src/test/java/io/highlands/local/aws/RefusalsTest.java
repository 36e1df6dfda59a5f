// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTest {

    private static final String DATA = """
            {"Namespace": "n", "MetricData": [{"MetricName": "m", "Value": 1}]}""";

    private final Refusals refusals = new Refusals();

    private final AwsServer server = new AwsServer(AwsOptions.on(0).refusing(refusals), new Actions().serve(
            "monitoring",
            Map.of("PutMetricData", input -> Output.nothing(), "DeleteAlarms", input -> Output.nothing())));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theCallerWithTheKeyIsRefusedAsAwsRefusesIt() {
        refusals.refuse(Set.of("ASIA1"), "cloudwatch:PutMetricData");

        RawClient.Response answer = call("ASIA1", "PutMetricData", DATA);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("AccessDeniedException",
                "is not authorized to perform: cloudwatch:PutMetricData because no identity-based policy allows");
    }

    @Test
    void otherCallersAndOtherOperationsAreNotConcerned() {
        refusals.refuse(Set.of("ASIA1"), "cloudwatch:PutMetricData");

        assertThat(call("ASIA2", "PutMetricData", DATA).status()).isEqualTo(200);
        assertThat(call("ASIA1", "DeleteAlarms", "{\"AlarmNames\": [\"a\"]}").status()).isEqualTo(200);
    }

    @Test
    void aRefusalThatWasTakenBackRefusesNothing() {
        Runnable allow = refusals.refuse(Set.of("ASIA1"), "cloudwatch:PutMetricData");

        allow.run();

        assertThat(call("ASIA1", "PutMetricData", DATA).status()).isEqualTo(200);
    }

    private RawClient.Response call(String key, String operation, String body) {
        try (RawClient client = new RawClient(server.port())) {
            return client.post("/", List.of("Content-Type: application/x-amz-json-1.0",
                    "X-Amz-Target: GraniteServiceVersion20100801." + operation,
                    "Authorization: AWS4-HMAC-SHA256 Credential=" + key
                            + "/20260101/eu-west-1/monitoring/aws4_request, SignedHeaders=host, Signature=0"),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
