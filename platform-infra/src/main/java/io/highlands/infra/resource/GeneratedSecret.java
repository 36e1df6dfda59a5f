// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

import io.highlands.infra.yaml.Section;

/**
 * A secret that Secrets Manager generates for one service, such as a key that it signs with. Nobody has to know it. AWS
 * publishes no metrics of it, so that nothing is drawn and no alarm watches it.
 *
 * @param variable
 *            the service's variable that has its value; empty: the resource's name in upper case, with underscores
 */
record GeneratedSecret(Optional<String> variable) implements ServiceResource {

    static final String WORD = "secret";

    /** Letters and digits: 380 bits of chance, more than the 256 that keys of HMAC with SHA-256 have (RFC 7518, 3.2). */
    private static final int LENGTH = 64;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Reads the options. */
    static ServiceResource read(Section section) {
        return new GeneratedSecret(section.text("variable", VARIABLE,
                "a name of letters, digits and underscores, with no digit first"));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> variables(String prefix, boolean only) {
        return List.of(variable.orElse(prefix));
    }

    @Override
    public List<String> alarmParts() {
        return List.of();
    }

    @Override
    public ProvisionedResource provision(ResourceScope scope) {
        var secret = Secret.Builder.create(scope.stack(), scope.id("Secret"))
                .description("%s of %s".formatted(scope.name(), scope.service()))
                .generateSecretString(SecretStringGenerator.builder().passwordLength(LENGTH).excludePunctuation(true)
                        .build())
                .build();
        scope.mark(secret);
        scope.keep(secret);
        return new ProvisionedResource(Map.of(), Map.of(variable.orElse(scope.prefix()),
                software.amazon.awscdk.services.ecs.Secret.fromSecretsManager(secret)), List.of(), Optional.empty());
    }
}
