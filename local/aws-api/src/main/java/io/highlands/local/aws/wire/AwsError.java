// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Map;

/** A request that fails, with the error that AWS would answer; each protocol writes it in its own form. */
public final class AwsError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient Map<String, Object> details;

    /**
     * An error of the operation's model, with members beside its message.
     *
     * @param code the shape's name or its code in the Query protocol
     * @param status the HTTP status, should the service's model not know the code
     * @param message one line: the bad value and what is allowed
     * @param details further members of the error's shape, by name
     */
    public AwsError(String code, int status, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
        this.details = Map.copyOf(details);
    }

    /**
     * A client's error without further members.
     *
     * @param code the shape's name or its code in the Query protocol
     * @param message one line
     */
    public AwsError(String code, String message) {
        this(code, 400, message, Map.of());
    }

    /**
     * A body that cannot be read as the operation's input.
     *
     * @param message what was found and what was expected
     * @return the error
     */
    public static AwsError unreadable(String message) {
        return new AwsError("SerializationException", message);
    }

    /**
     * A body larger than what is taken.
     *
     * @param size how large it is, or so far
     * @param limit the greatest size, in bytes
     * @return the error, in AWS's words
     */
    public static AwsError tooLarge(long size, long limit) {
        return new AwsError("RequestEntityTooLarge", 413,
                "Request size %d exceeded %d bytes".formatted(size, limit), Map.of());
    }

    /**
     * A call that is not begun because too many others are being answered. SDKs send it again.
     *
     * @return the error
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html">ThrottlingException</a>
     */
    public static AwsError throttled() {
        return new AwsError("ThrottlingException", "Rate exceeded");
    }

    /** {@return the shape's name or its code in the Query protocol} */
    public String code() {
        return code;
    }

    int status() {
        return status;
    }

    Map<String, Object> details() {
        return details == null ? Map.of() : details;
    }
}
