// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * A parameter of Systems Manager's Parameter Store.
 *
 * @param name its name, for example {@code /highlands/prod/certificate}
 * @param type {@code String} or {@code StringList}
 * @param value its value
 */
public record ParameterSpec(String name, String type, String value) {}
