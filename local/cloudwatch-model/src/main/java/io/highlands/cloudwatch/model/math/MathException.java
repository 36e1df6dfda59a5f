// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

/** A metric math expression that cannot be read or computed. The message names the function and the position. */
public final class MathException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    MathException(int position, String message) {
        super(message + " (character " + (position + 1) + ")");
        this.position = position;
    }

    /**
     * Where in the expression the fault is.
     *
     * @return index of the character, from 0
     */
    public int position() {
        return position;
    }
}
