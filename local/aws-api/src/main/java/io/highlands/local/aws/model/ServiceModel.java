// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One AWS service: how it is called, its operations and its errors. */
public final class ServiceModel {

    private final ServiceName name;
    private final Map<String, Operation> operations;
    private final List<ErrorShape> errors;

    ServiceModel(ServiceName name, Map<String, Operation> operations, List<ErrorShape> errors) {
        this.name = name;
        this.operations = Map.copyOf(operations);
        this.errors = List.copyOf(errors);
    }

    /** {@return what the service is called on the wire} */
    public ServiceName name() {
        return name;
    }

    /**
     * An operation by name.
     *
     * @param operation its name, in the model's case
     * @return the operation, if the service has it
     */
    public Optional<Operation> operation(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** {@return all operations that AWS has} */
    public Collection<Operation> operations() {
        return operations.values();
    }

    /**
     * The error that a code means: the operation's own first, since one code may stand for two shapes.
     *
     * @param code the name of a shape, or its code in the Query protocol
     * @param operation the operation that fails
     * @return the error, if the service declares it
     */
    public Optional<ErrorShape> error(String code, Optional<Operation> operation) {
        return Stream.concat(operation.stream().flatMap(known -> known.errors().stream()), errors.stream())
                .filter(error -> error.isCalled(code)).findFirst();
    }
}
