// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Requests of CloudWatch in its protocols, over one connection. */
final class Requests {

    static final List<String> CBOR = List.of("Content-Type: application/cbor", "smithy-protocol: rpc-v2-cbor",
            "x-amzn-query-mode: true");

    private Requests() {
    }

    static RawClient.Response cbor(RawClient client, String operation, byte[] body) {
        return client.post("/service/GraniteServiceVersion20100801/operation/" + operation, CBOR, body);
    }

    static RawClient.Response json(RawClient client, String operation, String body) {
        return json(client, "GraniteServiceVersion20100801." + operation, "1.0", body);
    }

    static RawClient.Response logs(RawClient client, String operation, String body) {
        return json(client, "Logs_20140328." + operation, "1.1", body);
    }

    private static RawClient.Response json(RawClient client, String target, String version, String body) {
        return client.post("/", List.of("Content-Type: application/x-amz-json-" + version, "X-Amz-Target: " + target),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static RawClient.Response query(RawClient client, String form) {
        return client.post("/", List.of("Content-Type: application/x-www-form-urlencoded; charset=utf-8"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    static RawClient.Response gzipped(RawClient client, byte[] body) {
        return client.post("/service/GraniteServiceVersion20100801/operation/PutMetricData",
                Stream.concat(CBOR.stream(), Stream.of("Content-Encoding: gzip")).toList(), body);
    }
}
