// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * A container's secret.
 *
 * @param valueFrom what the task definition names: an ARN of Secrets Manager or Parameter Store, or a parameter's name
 * @param value the local value; never printed
 */
public record SecretRef(String valueFrom, String value) {

    /** Names the secret and keeps its value back. */
    @Override
    public String toString() {
        return "SecretRef[valueFrom=" + valueFrom + "]";
    }
}
