// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

/**
 * A request whose input is not allowed. The message is for the caller, and does not repeat the input.
 */
final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidInputException(String message) {
        super(message);
    }
}
