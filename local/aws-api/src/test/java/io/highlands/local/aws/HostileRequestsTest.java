// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Output;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that no client sends: each is refused in AWS's form, and the connection serves the next request. */
class HostileRequestsTest {

    private static final HexFormat HEX = HexFormat.of();

    private static AwsServer server;
    private RawClient client;

    @BeforeAll
    static void serve() {
        server = new AwsServer(AwsOptions.on(0), new Actions().serve("monitoring",
                Map.of("PutMetricData", input -> Output.nothing())));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void connect() {
        client = new RawClient(server.port());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'cut off in a name', bf694e616d65",
            "'cut off in a list', bf6a4d6574726963446174619f",
            "'no map', 83010203",
            "'a bare break', ff",
            "'text that claims 2 GiB', bf694e616d6573706163657a7fffffff61",
            "'text that claims 2^63 bytes', bf694e616d6573706163657b7fffffffffffffff61",
            "'bytes that claim 2 GiB', bf694e616d6573706163655a7fffffff61",
            "'a list that claims 2 GiB', bf6a4d657472696344617461 9a7fffffff",
            "'a number for a text', a1694e616d65737061636501",
            "'bytes for a text', a1694e616d65737061636541ff",
            "'text that is not UTF-8', a1694e616d65737061636562c328",
            "'a text for a list', a16a4d6574726963446174616161",
            "'a map for a list', a16a4d657472696344617461a0",
            "'a null in a list', a16a4d65747269634461746181f6",
            "'reserved additional information', bf1cff",
            "'a second value behind the first', a0a0"})
    void malformedCborIsASerializationException(String what, String hex) {
        RawClient.Response response = Requests.cbor(client, "PutMetricData", HEX.parseHex(hex.replace(" ", "")));
        assertThat(response.status()).as(what).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).contains("#SerializationException");
        stillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "nonsense", "\"text\"", "{\"Namespace\":1}", "{\"Namespace\":{}}",
            "{\"MetricData\":\"x\"}", "{\"MetricData\":[[]]}", "{\"MetricData\":[{\"Value\":\"many\"}]}",
            "{\"MetricData\":[{\"Value\":NaN}]}", "{\"MetricData\":[{\"Timestamp\":\"today\"}]}",
            "{\"MetricData\":[{\"Timestamp\":1e300}]}", "{\"MetricData\":[{\"StorageResolution\":1.5}]}",
            "{\"MetricData\":[{\"StorageResolution\":4294967296}]}", "{\"Namespace\":\"n\"}{}",
            "{\"StrictEntityValidation\":\"yes\"}"})
    void malformedJsonIsASerializationException(String body) {
        RawClient.Response response = Requests.json(client, "PutMetricData", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("\"__type\":\"com.amazon.coral.service#SerializationException\"");
        stillServes();
    }

    @ParameterizedTest
    @CsvSource({"MetricData.member.1.Value=many, MalformedInput", "MetricData.member.x.Value=1, MalformedInput",
            "MetricData=1, MalformedInput", "MetricData.member.1.Timestamp=today, MalformedInput",
            "MetricData.member.1.Value=0x1p3, MalformedInput", "Namespace.Part=n, MalformedInput",
            "MetricData.member.1.StorageResolution=99999999999, MalformedInput",
            "Namespace=%zz, MalformedQueryString", "Namespace=%4, MalformedQueryString"})
    void malformedQueryIsRefused(String parameter, String code) {
        RawClient.Response response = Requests.query(client, "Action=PutMetricData&Version=2010-08-01&" + parameter);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("<Code>" + code + "</Code>");
        stillServes();
    }

    @Test
    void nestingIsBounded() {
        assertThat(Requests.json(client, "PutMetricData", "{\"Unknown\":" + "[".repeat(100_000)).status())
                .isEqualTo(400);
        assertThat(Requests.cbor(client, "PutMetricData",
                HEX.parseHex("bf67556e6b6e6f776e" + "9f".repeat(100_000))).status()).isEqualTo(400);
        assertThat(Requests.query(client, "Action=PutMetricData&Version=2010-08-01&" + "a.".repeat(100_000) + "=1")
                .status()).isEqualTo(400);
        stillServes();
    }

    @Test
    void aMillionDimensionsAreRefusedWithoutBeingKept() {
        byte[] body = HEX
                .parseHex("a26a4d65747269634461746181a16a44696d656e73696f6e739f" + "a0".repeat(1_000_000) + "ff"
                        + "694e616d657370616365616e");
        RawClient.Response response = Requests.cbor(client, "PutMetricData", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.ISO_8859_1))
                .contains("more than 50000 structures, lists and maps");
        stillServes();
    }

    @Test
    void aMillionValuesAreRefusedWithoutBeingKept() {
        byte[] body = HEX.parseHex("a16a4d65747269634461746181a16656616c7565739f" + "01".repeat(1_000_000) + "ff");
        assertThat(Requests.cbor(client, "PutMetricData", body).status()).isEqualTo(400);
        stillServes();
    }

    @Test
    void thirtyDimensionsAreTheMost() {
        StringBuilder form = new StringBuilder("Action=PutMetricData&Version=2010-08-01&Namespace=n"
                + "&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1");
        for (int dimension = 1; dimension <= 31; dimension++) {
            form.append("&MetricData.member.1.Dimensions.member.%d.Name=d%d".formatted(dimension, dimension))
                    .append("&MetricData.member.1.Dimensions.member.%d.Value=v".formatted(dimension));
        }
        assertThat(Requests.query(client, form.toString()).text()).contains("<Code>InvalidParameterValue</Code>",
                "The collection MetricData.member.1.Dimensions must not have a size greater than 30.");
    }

    @Test
    void tooManyParametersOfAFormAreRefused() {
        assertThat(Requests.query(client, "Action=PutMetricData&Version=2010-08-01" + "&a=".repeat(60_000)).text())
                .contains("<Code>MalformedQueryString</Code><Message>more than 50000 parameters<");
        stillServes();
    }

    @Test
    void zerosThatInflateToTenMegabytesAreCutOff() throws IOException {
        RawClient.Response response = Requests.gzipped(client, gzip(10 << 20));
        assertThat(response.status()).isEqualTo(413);
        assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).contains("RequestEntityTooLarge",
                "Request size 4194305 exceeded 4194304 bytes");
        stillServes();
    }

    @Test
    void whatClaimsToBeGzipHasToBe() {
        assertThat(Requests.gzipped(client, "plain".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        stillServes();
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        RawClient.Response response = Requests.json(client, "PutMetricData", " ".repeat((1 << 20) + 1));
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.text()).contains("\"message\":\"Request size 1048577 exceeded 1048576 bytes\"");
        stillServes();
    }

    @Test
    void manyHostileRequestsAtOnceFitIntoASmallHeap() throws Exception {
        byte[] dimensions = HEX
                .parseHex("a16a4d65747269634461746181a16a44696d656e73696f6e739f" + "a0".repeat(1_000_000));
        byte[] zeros = gzip(10 << 20);
        try (SmallHeapServer small = SmallHeapServer.start(96);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = IntStream.range(0, 12).<Callable<Integer>>mapToObj(number -> () -> {
                try (RawClient other = new RawClient(small.port())) {
                    return (number % 2 == 0
                            ? Requests.cbor(other, "PutMetricData", dimensions)
                            : Requests.gzipped(other, zeros)).status();
                }
            }).toList();
            List<Integer> statuses = threads.invokeAll(requests).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnly(400, 413);
            try (RawClient last = new RawClient(small.port())) {
                assertThat(Requests.json(last, "PutMetricData", "{\"Namespace\":\"n\"}").status()).isEqualTo(200);
            }
        }
    }

    private void stillServes() {
        assertThat(Requests.json(client, "PutMetricData", "{\"Namespace\":\"n\"}").status()).isEqualTo(200);
    }

    private static byte[] gzip(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }
}
