// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

import io.highlands.local.aws.model.Operation;

/** Smithy RPC v2 CBOR and AWS JSON: the same trees in two notations, and errors told by {@code __type}. */
final class TokenProtocol implements Protocol {

    private static final TokenStreamFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(TokenReader.CONSTRAINTS).build();

    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(TokenReader.CONSTRAINTS).build();

    /** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
    static final TokenProtocol RPC_V2_CBOR = new TokenProtocol(CBOR,
            Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"));

    /** https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
    static final TokenProtocol JSON_1_0 = new TokenProtocol(JSON, Map.of("Content-Type", "application/x-amz-json-1.0"));

    /** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
    static final TokenProtocol JSON_1_1 = new TokenProtocol(JSON, Map.of("Content-Type", "application/x-amz-json-1.1"));

    private final TokenStreamFactory factory;
    private final Map<String, String> headers;

    private TokenProtocol(TokenStreamFactory factory, Map<String, String> headers) {
        this.factory = factory;
        this.headers = headers;
    }

    @Override
    public Map<String, Object> read(Operation operation, byte[] body) {
        return body.length == 0
                ? Map.of()
                : TokenReader.read(factory.createParser(ObjectReadContext.empty(), body), factory == JSON,
                        operation.input());
    }

    @Override
    public Answer answer(Call call, Map<String, Object> output) {
        Operation operation = call.operation().orElseThrow();
        if (operation.output().isEmpty() && factory == JSON) {
            return new Answer(200, headers, new byte[0]);
        }
        return new Answer(200, headers, bytes(generator -> {
            generator.writeStartObject();
            operation.output().ifPresent(shape -> new TokenWriter(generator).members(shape, output));
            generator.writeEndObject();
        }));
    }

    @Override
    public Answer error(Call call, AwsError error) {
        ErrorAnswer answer = ErrorAnswer.of(error, call.service(), call.operation());
        Map<String, String> all = new LinkedHashMap<>(headers);
        call.service().filter(service -> !service.name().namespace().isEmpty()).ifPresent(
                service -> all.put("x-amzn-query-error", answer.code() + ";" + answer.fault()));
        return new Answer(answer.status(), all, bytes(generator -> {
            generator.writeStartObject();
            generator.writeStringProperty("__type", answer.type());
            // A shape may leave its message undeclared; it is sent all the same.
            answer.members().forEach((name, value) -> {
                if (value instanceof String text) {
                    generator.writeStringProperty(name, TokenWriter.wellFormed(text));
                } else {
                    answer.structure().ifPresent(
                            shape -> new TokenWriter(generator).members(shape, Map.of(name, value)));
                }
            });
            generator.writeEndObject();
        }));
    }

    private byte[] bytes(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.accept(generator);
        }
        return bytes.toByteArray();
    }
}
