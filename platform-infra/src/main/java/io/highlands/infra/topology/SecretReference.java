// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.Optional;

/**
 * Where the value of a variable is kept.
 *
 * @param store
 *            the service of AWS that keeps it
 * @param name
 *            the secret's name or ARN; the parameter's name, from its {@code /}
 * @param key
 *            of a secret that is a JSON object, the key whose value is meant; absent: the complete secret
 */
public record SecretReference(Store store, String name, Optional<String> key) {

    /** A service of AWS that keeps secrets. */
    public enum Store {
        /** AWS Secrets Manager. */
        SECRETS_MANAGER,
        /** AWS Systems Manager Parameter Store. */
        PARAMETER_STORE
    }
}
