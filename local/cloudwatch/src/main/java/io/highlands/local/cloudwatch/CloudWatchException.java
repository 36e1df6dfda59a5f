// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch;

import io.highlands.local.error.UserError;

/** A request that CloudWatch refuses, with the error code and the HTTP status that AWS answers. */
public final class CloudWatchException extends UserError {

    private static final long serialVersionUID = 1L;

    private final String code;

    private final int status;

    /**
     * A refusal.
     *
     * @param code AWS's error code, such as {@code InvalidParameterValue}
     * @param message what is wrong, in AWS's words where they are known
     * @param status the HTTP status
     */
    public CloudWatchException(String code, String message, int status) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /**
     * A refusal with status 400.
     *
     * @param code AWS's error code
     * @param message what is wrong
     */
    public CloudWatchException(String code, String message) {
        this(code, message, 400);
    }

    /**
     * A value that is not allowed: {@code InvalidParameterValue}.
     *
     * @param message what is wrong
     * @return the error
     */
    public static CloudWatchException invalidValue(String message) {
        return new CloudWatchException("InvalidParameterValue", message);
    }

    /**
     * Values that do not go together: {@code InvalidParameterCombination}.
     *
     * @param message what is wrong
     * @return the error
     */
    public static CloudWatchException invalidCombination(String message) {
        return new CloudWatchException("InvalidParameterCombination", message);
    }

    /**
     * Something that has to be there: {@code MissingParameter}.
     *
     * @param parameter its name, such as {@code MetricData.member.1.MetricName}
     * @return the error
     */
    public static CloudWatchException missing(String parameter) {
        return new CloudWatchException("MissingParameter", "The parameter " + parameter + " is required.");
    }

    /**
     * A request that cannot be evaluated: {@code ValidationError}.
     *
     * @param message what is wrong
     * @return the error
     */
    public static CloudWatchException validation(String message) {
        return new CloudWatchException("ValidationError", message);
    }

    /**
     * Something that is not there: {@code ResourceNotFound}, status 404.
     *
     * @param message what is missing
     * @return the error
     */
    public static CloudWatchException notFound(String message) {
        return new CloudWatchException("ResourceNotFound", message, 404);
    }

    /**
     * A limit that is reached: {@code LimitExceeded}.
     *
     * @param message which limit
     * @return the error
     */
    public static CloudWatchException limitExceeded(String message) {
        return new CloudWatchException("LimitExceeded", message);
    }

    /**
     * AWS's error code.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return 400 unless the code says otherwise
     */
    public int status() {
        return status;
    }
}
