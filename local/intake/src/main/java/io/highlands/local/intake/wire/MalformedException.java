// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

/** Bytes that are not what they claim to be. Its message is one line for the sender. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line: what was found, and what is allowed
     */
    public MalformedException(String message) {
        super(message, null, false, false);
    }
}
