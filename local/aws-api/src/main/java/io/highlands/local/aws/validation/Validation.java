// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.validation;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.model.Operation;
import io.highlands.local.aws.validation.Violation.Rule;
import io.highlands.local.aws.wire.AwsError;

/** Refuses an input that its shape does not allow, under the error and in the words of the operation. */
public final class Validation {

    private Validation() {
    }

    /**
     * Checks an input.
     *
     * @param operation the operation
     * @param input its parameters
     * @throws AwsError naming what is wrong: {@code MissingParameter} and {@code InvalidParameterValue} where the
     * operation declares them, {@code InvalidParameterException} in CloudWatch Logs, else {@code ValidationError}
     */
    public static void check(Operation operation, Map<String, Object> input) {
        List<Violation> violations = ShapeRules.broken(operation.input(), input);
        if (violations.isEmpty()) {
            return;
        }
        if (operation.declares("InvalidParameterValueException")) {
            boolean missing = violations.getFirst().rule() == Rule.REQUIRED
                    && operation.declares("MissingRequiredParameterException");
            throw new AwsError(missing ? "MissingParameter" : "InvalidParameterValue",
                    Wording.PARAMETER.all(violations));
        }
        throw new AwsError(operation.declares("InvalidParameterException")
                ? "InvalidParameterException"
                : "ValidationError", Wording.CONSTRAINT.all(violations));
    }
}
