// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import io.highlands.local.aws.AwsServer;
import io.highlands.local.aws.wire.Answer;
import io.highlands.local.aws.wire.WireRequest;

/** Calls AWS's APIs: one in 64 over HTTP, which costs much more than what is called, and the others in this process. */
final class AwsCaller implements AutoCloseable {

    private static final int HTTP = 64;

    private final AwsServer server;
    private final RawClient client;

    AwsCaller(AwsServer server) {
        this.server = server;
        this.client = new RawClient(server.port());
    }

    /**
     * {@return what the caller is told: the status, and the body}
     *
     * @param path the path
     * @param headers the fields by name in lower case
     * @param body the body
     */
    String call(String path, Map<String, String> headers, byte[] body) throws IOException {
        String answer = Math.floorMod(Arrays.hashCode(body), HTTP) == 0
                ? overHttp(path, headers, body)
                : inProcess(path, headers, body);
        if (answer.startsWith("5")) {
            throw new AssertionError("answered with " + answer);
        }
        return answer;
    }

    private String inProcess(String path, Map<String, String> headers, byte[] body) {
        Answer answer = server.answer(new WireRequest("id", path,
                name -> headers.get(name.toLowerCase(Locale.ROOT)), body));
        return answer.status() + "\n" + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String overHttp(String path, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return client.post(head.toString(), body);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
