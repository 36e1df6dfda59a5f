// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

/** A search expression that cannot be read. The message names the place and what is allowed there. */
public final class SearchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    SearchException(String message) {
        super(message);
    }
}
