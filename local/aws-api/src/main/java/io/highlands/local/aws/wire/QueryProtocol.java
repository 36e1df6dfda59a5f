// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.highlands.local.aws.model.Operation;

/**
 * AWS Query: a form in, XML out. The form is parsed before the operation is known, since it holds the operation's name;
 * so there is one object for each request.
 */
final class QueryProtocol implements Protocol {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/xml");

    private final FormNode form;

    QueryProtocol(FormNode form) {
        this.form = form;
    }

    @Override
    public Map<String, Object> read(Operation operation, byte[] body) {
        return new FormReader().structure(operation.input(), form);
    }

    @Override
    public Answer answer(Call call, Map<String, Object> output) {
        Operation operation = call.operation().orElseThrow();
        String name = operation.name();
        XmlWriter xml = new XmlWriter().open(name + "Response", namespace(call));
        operation.output().ifPresent(
                shape -> xml.open(name + "Result").members(shape, output).close());
        xml.open("ResponseMetadata").text("RequestId", call.requestId()).close();
        return answer(200, xml.close());
    }

    @Override
    public Answer error(Call call, AwsError error) {
        ErrorAnswer answer = ErrorAnswer.of(error, call.service(), call.operation());
        XmlWriter xml = new XmlWriter().open("ErrorResponse", namespace(call)).open("Error")
                .text("Type", answer.fault()).text("Code", answer.code()).text("Message", error.getMessage());
        answer.structure().ifPresent(shape -> xml.members(shape, error.details()));
        xml.close().text("RequestId", call.requestId());
        return answer(answer.status(), xml.close());
    }

    private static String namespace(Call call) {
        return call.service().map(service -> service.name().namespace()).filter(name -> !name.isEmpty())
                .orElse("http://webservices.amazon.com/AWSFault/2005-15-09");
    }

    private static Answer answer(int status, XmlWriter xml) {
        return new Answer(status, HEADERS, xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
