// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

/**
 * An error that a service declares.
 *
 * @param shape the name in JSON and CBOR, such as {@code InvalidParameterValueException}
 * @param code the name in the Query protocol, such as {@code InvalidParameterValue}
 * @param status the HTTP status
 * @param messageMember the member that holds the text: {@code message} or {@code Message}
 * @param structure its members
 */
public record ErrorShape(String shape, String code, int status, String messageMember, Shape structure) {

    boolean isCalled(String name) {
        return shape.equals(name) || code.equals(name);
    }
}
