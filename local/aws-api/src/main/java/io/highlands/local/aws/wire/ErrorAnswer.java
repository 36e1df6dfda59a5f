// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.model.ErrorShape;
import io.highlands.local.aws.model.Operation;
import io.highlands.local.aws.model.ServiceModel;
import io.highlands.local.aws.model.Shape;

/**
 * An error under the names that a protocol needs.
 *
 * @param type the shape's name with its namespace, for JSON and CBOR
 * @param code the name in the Query protocol
 * @param status the HTTP status
 * @param members what it holds, the message among them
 * @param structure the shape of the members; empty when they are texts
 */
record ErrorAnswer(String type, String code, int status, Map<String, Object> members, Optional<Shape> structure) {

    /** The errors of AWS's front, which no service declares: name in JSON and CBOR, name in Query. */
    private record Common(String namespace, String shape, String code) {}

    private static final String FRONT = "com.amazon.coral.service#";

    private static final List<Common> COMMON = List.of(
            new Common(FRONT, "SerializationException", "MalformedInput"),
            new Common(FRONT, "UnknownOperationException", "InvalidAction"),
            new Common("com.amazon.coral.validate#", "ValidationException", "ValidationError"),
            new Common(FRONT, "AccessDeniedException", "AccessDenied"),
            new Common(FRONT, "ThrottlingException", "Throttling"));

    static ErrorAnswer of(AwsError error, Optional<ServiceModel> service, Optional<Operation> operation) {
        Optional<ErrorShape> declared = service.flatMap(model -> model.error(error.code(), operation));
        String namespace = service.map(model -> model.name().shapes()).filter(name -> !name.isEmpty())
                .map(name -> name + "#").orElse("");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(declared.map(ErrorShape::messageMember).orElse("message"), error.getMessage());
        members.putAll(error.details());
        if (declared.isPresent()) {
            ErrorShape shape = declared.get();
            return new ErrorAnswer(namespace + shape.shape(), shape.code(), shape.status(), members,
                    Optional.of(shape.structure()));
        }
        Optional<Common> common = COMMON.stream()
                .filter(known -> known.shape().equals(error.code()) || known.code().equals(error.code())).findFirst();
        return new ErrorAnswer(
                common.map(known -> (namespace.isEmpty() ? "" : known.namespace()) + known.shape())
                        .orElse(namespace + error.code()),
                common.map(Common::code).orElse(error.code()), error.status(), members, Optional.empty());
    }

    /** {@return whose fault it is, as the Query protocol and its header say} */
    String fault() {
        return status >= 500 ? "Receiver" : "Sender";
    }
}
