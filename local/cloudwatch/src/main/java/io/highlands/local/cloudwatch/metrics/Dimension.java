// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

/**
 * A dimension as a request has it, not yet checked.
 *
 * @param name its name
 * @param value its value
 */
public record Dimension(String name, String value) {}
