// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.bounds;

/** A regular expression that cannot be read or is not supported; the message names the construct. */
public final class PatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message);
    }
}
