// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a model file of {@code com.amazonaws:aws-java-sdk-models} into operations, shapes and errors. */
final class ModelReader {

    private final JsonNode file;
    private final ShapeReader shapes;

    private ModelReader(JsonNode file) {
        this.file = file;
        this.shapes = new ShapeReader(file.path("shapes"));
    }

    /**
     * Reads a service.
     *
     * @param name the service
     * @return its model
     * @throws IllegalStateException when the build did not put the model beside this class's package
     */
    static ServiceModel read(ServiceName name) {
        String resource = "/io/highlands/local/aws/models/%s-%s-model.json".formatted(name.signing(), name.version());
        try (InputStream stream = ModelReader.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no service model " + resource + "; build local/aws-api again");
            }
            return new ModelReader(JsonMapper.shared().readTree(stream)).model(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceModel model(ServiceName name) {
        Map<String, ErrorShape> errors = new LinkedHashMap<>();
        file.path("shapes").properties().forEach(shape -> {
            if (shape.getValue().path("exception").asBoolean(false)) {
                errors.put(shape.getKey(), error(shape.getKey(), shape.getValue()));
            }
        });
        Map<String, Operation> operations = new LinkedHashMap<>();
        file.path("operations").properties().forEach(operation -> operations.put(operation.getKey(),
                operation(operation.getKey(), operation.getValue(), errors)));
        return new ServiceModel(name, operations, List.copyOf(errors.values()));
    }

    private Operation operation(String name, JsonNode node, Map<String, ErrorShape> errors) {
        List<ErrorShape> declared = node.path("errors").valueStream()
                .map(error -> errors.get(error.path("shape").asString())).toList();
        Optional<Shape> input = shape(node.path("input"));
        return new Operation(name, input.orElseGet(() -> shapes.empty(name + "Input")), shape(node.path("output")),
                declared);
    }

    private Optional<Shape> shape(JsonNode reference) {
        return reference.has("shape")
                ? Optional.of(shapes.shape(reference.path("shape").asString()))
                : Optional.empty();
    }

    private ErrorShape error(String name, JsonNode node) {
        String message = node.path("members").has("Message") ? "Message" : "message";
        return new ErrorShape(name, node.path("error").path("code").asString(name),
                node.path("error").path("httpStatusCode").asInt(400), message, shapes.shape(name));
    }
}
