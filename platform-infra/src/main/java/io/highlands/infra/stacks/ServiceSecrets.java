// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.ssm.SecureStringParameterAttributes;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

import io.highlands.infra.topology.SecretReference;

/**
 * The secrets of a service's container. The CDK lets the task's execution role, and nothing else, read each of them, and
 * nothing beside them.
 */
final class ServiceSecrets {

    /** The end of a complete ARN (Secrets Manager User Guide, "Secrets Manager secrets", about ARNs). */
    private static final Pattern COMPLETE = Pattern.compile(".*-[A-Za-z0-9]{6}");

    private final Construct scope;

    ServiceSecrets(Construct scope) {
        this.scope = scope;
    }

    Map<String, Secret> of(Deployment deployment) {
        Map<String, Secret> secrets = new TreeMap<>();
        deployment.resources().forEach(resource -> secrets.putAll(resource.secrets()));
        deployment.spec().options().secrets().forEach((variable, reference) -> secrets.put(variable,
                reference.store() == SecretReference.Store.PARAMETER_STORE
                        ? parameter(variable, reference)
                        : secret(variable, reference)));
        return secrets;
    }

    private Secret parameter(String variable, SecretReference reference) {
        return Secret
                .fromSsmParameter(StringParameter.fromSecureStringParameterAttributes(scope, "Parameter" + variable,
                        SecureStringParameterAttributes.builder().parameterName(reference.name()).build()));
    }

    private Secret secret(String variable, SecretReference reference) {
        ISecret secret = secret("Secret" + variable, reference.name());
        return reference.key().map(key -> Secret.fromSecretsManager(secret, key))
                .orElseGet(() -> Secret.fromSecretsManager(secret));
    }

    private ISecret secret(String id, String name) {
        if (!name.startsWith("arn:")) {
            return software.amazon.awscdk.services.secretsmanager.Secret.fromSecretNameV2(scope, id, name);
        }
        return COMPLETE.matcher(name).matches()
                ? software.amazon.awscdk.services.secretsmanager.Secret.fromSecretCompleteArn(scope, id, name)
                : software.amazon.awscdk.services.secretsmanager.Secret.fromSecretPartialArn(scope, id, name);
    }
}
