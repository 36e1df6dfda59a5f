// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

/** A request that CloudWatch Logs refuses, with the error code and the HTTP status of AWS's response. */
public final class LogsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private final int status;

    /**
     * A refusal.
     *
     * @param code AWS's error code, for example {@code ResourceNotFoundException}
     * @param message what is wrong, in AWS's words where they are known
     * @param status the HTTP status
     */
    public LogsException(String code, String message, int status) {
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
    public LogsException(String code, String message) {
        this(code, message, 400);
    }

    /** {@return AWS's error code} */
    public String code() {
        return code;
    }

    /** {@return the HTTP status of the response} */
    public int status() {
        return status;
    }
}
