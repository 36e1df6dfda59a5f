// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests as today's clients sent them, kept byte for byte; the body of a CBOR request is in hexadecimal. */
class CapturedRequestsTest {

    private static final String JAVA_SDK = "put-metric-data-java-sdk-2.54.15";
    private static final String CLI = "put-metric-data-aws-cli-2.9.19";
    private static final String BOTOCORE = "put-metric-data-botocore-1.43.11";

    private final BlockingQueue<Input> received = new LinkedBlockingQueue<>();
    private AwsServer server;
    private RawClient client;

    @BeforeEach
    void serve() {
        server = new AwsServer(AwsOptions.on(0), new Actions().serve("monitoring", Map.of("PutMetricData", input -> {
            received.add(input);
            return Output.nothing();
        })));
        client = new RawClient(server.port());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {JAVA_SDK, CLI, BOTOCORE, "put-metric-data-js-sdk-3.1163.0"})
    void everyClientsRequestIsReadAsTheSameData(String captured) throws Exception {
        assertThat(replay(captured).status()).isEqualTo(200);
        Input input = received.take();
        assertThat(input.text("Namespace")).isEqualTo("Highlands/local");
        Input datum = input.structures("MetricData").getFirst();
        assertThat(datum.text("MetricName")).isEqualTo("latency");
        assertThat(datum.text("Unit")).isEqualTo("Milliseconds");
        assertThat(datum.time("Timestamp")).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(datum.decimals("Values")).containsExactly(1.0, 2.5);
        assertThat(datum.decimals("Counts")).containsExactly(3.0, 4.0);
        Input dimension = datum.structures("Dimensions").getFirst();
        assertThat(dimension.text("Name") + "=" + dimension.text("Value")).isEqualTo("Service=service-a");
    }

    @Test
    void cborIsAnsweredByAnEmptyMapUnderItsProtocolsHeader() throws Exception {
        RawClient.Response response = replay(JAVA_SDK);
        assertThat(HexFormat.of().formatHex(response.body())).isEqualTo("bfff");
        assertThat(response.headers()).containsEntry("content-type", "application/cbor")
                .containsEntry("smithy-protocol", "rpc-v2-cbor").containsKey("x-amzn-requestid");
    }

    @Test
    void queryIsAnsweredInXmlWithTheRequestsId() throws Exception {
        RawClient.Response response = replay(CLI);
        assertThat(response.headers()).containsEntry("content-type", "text/xml");
        assertThat(response.text())
                .isEqualTo("<PutMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                        + "<ResponseMetadata><RequestId>" + response.headers().get("x-amzn-requestid")
                        + "</RequestId></ResponseMetadata></PutMetricDataResponse>");
    }

    @Test
    void jsonIsAnsweredWithoutABodyWhereThereIsNothingToSay() throws Exception {
        RawClient.Response response = replay(BOTOCORE);
        assertThat(response.headers()).containsEntry("content-type", "application/x-amz-json-1.0");
        assertThat(response.body()).isEmpty();
    }

    private RawClient.Response replay(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream(name + ".http")) {
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            List<String> head = parts[0].lines().toList();
            byte[] body = parts[0].contains("application/cbor")
                    ? HexFormat.of().parseHex(parts[1].replaceAll("\\s", ""))
                    : parts[1].strip().getBytes(StandardCharsets.UTF_8);
            return client.send(head.getFirst(), head.subList(1, head.size()), body);
        }
    }
}
