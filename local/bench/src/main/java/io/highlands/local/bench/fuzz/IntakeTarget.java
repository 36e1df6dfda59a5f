// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

import io.highlands.local.intake.IntakeOptions;
import io.highlands.local.intake.TraceIntake;
import io.highlands.local.intake.wire.JsonToMsgpack;
import io.highlands.local.intake.wire.MalformedException;

/** What agents and exporters send. An input is a path, a space, a media type, a line end, and the body. */
final class IntakeTarget implements FuzzTarget {

    private final Grammar maps = Grammar.read("datadog");
    private final Grammar table = Grammar.read("datadog-table");
    private final Grammar otlp = Grammar.read("otlp");
    private final TraceIntake intake = new TraceIntake(IntakeOptions.anywhere(0.5), spans -> true, sample -> {});
    private final boolean isDatadog;
    private final RawClient client;

    IntakeTarget(boolean isDatadog) {
        this.isDatadog = isDatadog;
        this.client = new RawClient(isDatadog ? intake.datadogPort() : intake.otlpPort());
    }

    @Override
    public byte[] input(RandomGenerator random) {
        boolean isJson = random.nextInt(3) == 0;
        boolean isWild = random.nextInt(3) == 0;
        if (!isDatadog) {
            String path = random.nextInt(4) > 0 ? "/v1/traces" : random.nextBoolean() ? "/v1/metrics" : "/v1/logs";
            byte[] body = isJson
                    ? otlp.text(random, isWild).getBytes(StandardCharsets.UTF_8)
                    : OtlpMessages.request(random);
            return joined(path + " application/" + (isJson ? "json" : "x-protobuf"), Mutation.of(body, random));
        }
        int version = 3 + random.nextInt(3);
        byte[] json = (version == 5 ? table : maps).text(random, isWild).getBytes(StandardCharsets.UTF_8);
        return joined("/v0." + version + "/traces application/" + (isJson ? "json" : "msgpack"),
                Mutation.of(isJson ? json : msgpack(json), random));
    }

    private static byte[] msgpack(byte[] json) {
        try {
            return JsonToMsgpack.convert(json);
        } catch (MalformedException wild) {
            return json;
        }
    }

    private static byte[] joined(String line, byte[] body) {
        byte[] head = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] input = new byte[head.length + body.length];
        System.arraycopy(head, 0, input, 0, head.length);
        System.arraycopy(body, 0, input, head.length, body.length);
        return input;
    }

    @Override
    public String take(byte[] input) throws IOException {
        int end = 0;
        while (input[end] != '\n') {
            end++;
        }
        String[] line = new String(input, 0, end, StandardCharsets.ISO_8859_1).split(" ");
        byte[] body = new byte[input.length - end - 1];
        System.arraycopy(input, end + 1, body, 0, body.length);
        String answer = client.post("POST " + line[0] + " HTTP/1.1\r\nContent-Type: " + line[1] + "\r\n", body);
        if (answer.startsWith("5")) {
            throw new AssertionError("answered with " + answer);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        client.close();
        intake.close();
    }
}
