// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.util.List;
import java.util.Optional;

/**
 * An operation of a service.
 *
 * @param name such as {@code PutMetricData}
 * @param input the shape of its parameters
 * @param output the shape of its answer; empty when it has none
 * @param errors the errors that it declares
 */
public record Operation(String name, Shape input, Optional<Shape> output, List<ErrorShape> errors) {

    /**
     * Whether it declares an error.
     *
     * @param shape the error's shape
     * @return whether it may answer so
     */
    public boolean declares(String shape) {
        return errors.stream().anyMatch(error -> error.shape().equals(shape));
    }
}
