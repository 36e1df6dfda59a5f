// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

import io.highlands.local.aws.AwsServer;

/** AWS's APIs over HTTP in one of their protocols. An input is the target, a line end, and the body. */
final class AwsTarget implements FuzzTarget {

    private static final JsonMapper JSON = new JsonMapper();
    private static final CBORMapper CBOR = new CBORMapper();

    private final Grammar grammar = Grammar.read("aws");
    private final AwsCaller caller;
    private final Encoding encoding;

    AwsTarget(AwsServer server, Encoding encoding) {
        this.caller = new AwsCaller(server);
        this.encoding = encoding;
    }

    /** A protocol. */
    enum Encoding {
        JSON, CBOR, QUERY
    }

    @Override
    public byte[] input(RandomGenerator random) {
        String call = grammar.text(random, random.nextInt(3) == 0);
        int end = Math.max(0, call.indexOf('\n'));
        byte[] body = call.substring(Math.min(call.length(), end + 1)).getBytes(StandardCharsets.UTF_8);
        byte[] mutated = Mutation.of(encoded(call.substring(0, end), body), random);
        byte[] target = (call.substring(0, end) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] input = new byte[target.length + mutated.length];
        System.arraycopy(target, 0, input, 0, target.length);
        System.arraycopy(mutated, 0, input, target.length, mutated.length);
        return input;
    }

    private byte[] encoded(String target, byte[] json) {
        if (encoding == Encoding.JSON) {
            return json;
        }
        try {
            JsonNode tree = JSON.readTree(json);
            if (encoding == Encoding.CBOR) {
                return CBOR.writeValueAsBytes(tree);
            }
            StringBuilder form = new StringBuilder("Action=" + target.substring(target.indexOf('.') + 1)
                    + "&Version=2010-08-01");
            flatten("", tree, form);
            return form.toString().getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException notJson) {
            return json;
        }
    }

    private static void flatten(String path, JsonNode node, StringBuilder form) {
        String dot = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                flatten(dot + member.getKey(), member.getValue(), form);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(dot + "member." + (i + 1), node.get(i), form);
            }
        } else {
            form.append('&').append(path).append('=')
                    .append(URLEncoder.encode(node.asString(""), StandardCharsets.UTF_8));
        }
    }

    @Override
    public String take(byte[] input) throws IOException {
        int end = 0;
        while (input[end] != '\n') {
            end++;
        }
        String target = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = new byte[input.length - end - 1];
        System.arraycopy(input, end + 1, body, 0, body.length);
        return call(target.replaceAll("[^!-~]", ""), body);
    }

    private String call(String target, byte[] body) throws IOException {
        return switch (encoding) {
            case JSON -> caller.call("/", Map.of("content-type", "application/x-amz-json-1."
                    + (target.startsWith("Logs") ? "1" : "0"), "x-amz-target", target), body);
            case CBOR -> caller.call("/service/" + target.replace(".", "/operation/"),
                    Map.of("content-type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"), body);
            case QUERY -> caller.call("/", Map.of("content-type", "application/x-www-form-urlencoded"), body);
        };
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
