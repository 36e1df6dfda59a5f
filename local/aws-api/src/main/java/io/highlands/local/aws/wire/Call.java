// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Optional;

import io.highlands.local.aws.model.Operation;
import io.highlands.local.aws.model.ServiceModel;

/**
 * What a request calls.
 *
 * @param service the service, if it is known here
 * @param name the operation's name as the request has it
 * @param operation the operation, if AWS has it
 * @param requestId the id of this request, in the answer's body or headers
 */
public record Call(Optional<ServiceModel> service, String name, Optional<Operation> operation, String requestId) {

    /**
     * A call of a service.
     *
     * @param service the service, if it is known here
     * @param name the operation's name as the request has it
     * @param requestId the id of this request
     * @return the call
     */
    static Call of(Optional<ServiceModel> service, String name, String requestId) {
        return new Call(service, name, service.flatMap(model -> model.operation(name)), requestId);
    }
}
