// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/** Values of the dimension {@link Dimension#STATUS}. */
public enum Status {

    /** Answered with a status from 400 to 499. */
    CLIENT_ERROR("4xx"),
    /** Answered with a status from 500 to 599; at a client, the upstream's answer or its proxy's. */
    SERVER_ERROR("5xx"),
    /** Not answered: timed out, refused, broken off, or answered with what cannot be read. */
    NO_ANSWER("error");

    private final String value;

    Status(String value) {
        this.value = value;
    }

    /** The value in CloudWatch, such as {@code 5xx}. */
    public String value() {
        return value;
    }
}
