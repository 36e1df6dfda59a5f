// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets that templates make for declared resources, with the values of what stands for these here. */
final class SuppliedSecrets {

    private static final String TYPE = "AWS::SecretsManager::Secret";
    /** {@code ARN} or {@code ARN:key:stage:version}, as {@code ValueFrom} has it. */
    private static final Pattern VALUE_FROM = Pattern
            .compile("(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+)(?::([^:]*):.*)?");
    /** Of a secret that is no object of keys. */
    private static final String VALUE = "value";

    private final Evaluator evaluator;
    private final CloudAssembly assembly;
    private final Map<String, Resource> secrets = new HashMap<>();

    SuppliedSecrets(Evaluator evaluator, CloudAssembly assembly) {
        this.evaluator = evaluator;
        this.assembly = assembly;
    }

    /**
     * The value that a container's {@code ValueFrom} means, where a template made its secret for a resource. It is empty
     * where nothing stands for the resource, as where an environment is only read.
     */
    Optional<String> value(String valueFrom) {
        Matcher matcher = VALUE_FROM.matcher(valueFrom);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (secrets.isEmpty()) {
            collect();
        }
        return Optional.ofNullable(secrets.get(matcher.group(1)))
                .map(secret -> evaluator.supplied(secret, Optional.ofNullable(matcher.group(2)).orElse(VALUE))
                        .orElse(""));
    }

    private void collect() {
        for (Stack stack : assembly.stacks()) {
            for (Resource resource : stack.resources().values()) {
                if (resource.type().equals(TYPE) && DeclaredResource.of(resource).isPresent()
                        && evaluator.exists(resource)) {
                    secrets.put(evaluator.ref(resource), resource);
                }
            }
        }
    }
}
