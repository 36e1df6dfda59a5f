// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * An entry below {@code Outputs} of a template.
 *
 * @param key its name in the template
 * @param value its value
 * @param description what it is for; empty when the template does not say
 * @param export the name under which other stacks import it; empty when none can
 */
public record StackOutput(String key, String value, String description, String export) {}
