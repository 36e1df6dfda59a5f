// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

/**
 * What a tool objects to in a template.
 *
 * @param rule
 *            the tool's own name of the rule, such as AwsSolutions-IAM5 or W3005
 * @param environment
 *            where it was found: an environment, or {@code options} for the one in which every option is on
 * @param stack
 *            part of the stack's name that says what it is, such as base or service-a
 * @param resource
 *            logical id without the hash that the CDK appends; {@code -} where the tool names no resource
 * @param detail
 *            which of several things in the resource, such as {@code Resource::*}; empty where the rule names one
 * @param message
 *            what the tool says
 */
record Finding(String rule, String environment, String stack, String resource, String detail, String message) {

    private static final int MAX_MESSAGE = 160;

    /** {@return the logical id without the eight hexadecimal digits at its end} */
    static String withoutHash(String logicalId) {
        return logicalId.replaceFirst("(?<=.)[0-9A-F]{8}$", "");
    }

    /** {@return the part of a stack's name that says what it is: base of highlands-dev-base, images of highlands-images} */
    static String part(String stackName, String environment) {
        return stackName.replaceFirst("^highlands-(" + environment + "-)?", "");
    }

    /** {@return one line: rule, environment, stack, resource and what the tool says} */
    String line() {
        String said = message.replaceAll("\\s+", " ").trim();
        return "%s%s: environment %s, stack %s, resource %s: %s".formatted(rule,
                detail.isEmpty() ? "" : "[" + detail + "]",
                environment, stack, resource,
                said.length() <= MAX_MESSAGE ? said : said.substring(0, MAX_MESSAGE - 3) + "...");
    }
}
