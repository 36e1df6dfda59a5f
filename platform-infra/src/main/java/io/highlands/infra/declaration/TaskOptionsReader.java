// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.infra.resource.ResourceTypes;
import io.highlands.infra.topology.AllowStatement;
import io.highlands.infra.topology.SecretReference;
import io.highlands.infra.topology.SecretReference.Store;
import io.highlands.infra.topology.TaskOptions;
import io.highlands.infra.yaml.Section;

/** Reads what a service's task has beyond what the platform gives each: variables, secrets, permissions. */
final class TaskOptionsReader {

    private static final Pattern VALUE = Pattern.compile("(?s).{1,32768}");
    /** Secrets Manager API Reference, CreateSecret: the characters of a name. */
    private static final Pattern SECRET = Pattern.compile(
            "[A-Za-z0-9/_+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}");
    private static final String SECRET_ALLOWED = "a secret's name, or its ARN";
    private static final Pattern JSON_KEY = Pattern.compile("[^:\\s]{1,256}");
    /** Systems Manager API Reference, PutParameter: the characters of a name. */
    private static final Pattern PARAMETER = Pattern.compile("(?:/[A-Za-z0-9_.-]+){1,15}");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+\\*?");
    private static final Pattern RESOURCE = Pattern.compile("\\*|arn:aws[a-z-]*:[a-z0-9-]+:.+");
    private static final String STATEMENTS = "statements";
    private static final String PARAMETER_KEY = "parameter";
    private static final String SECRET_KEY = "secret";
    private static final String KEY = "key";

    private final Section service;

    TaskOptionsReader(Section service) {
        this.service = service;
    }

    TaskOptions read() {
        return new TaskOptions(environment(), secrets(), statements(),
                ResourceTypes.read(service.section("resources")));
    }

    private Map<String, String> environment() {
        Section section = service.section("environment");
        Map<String, String> variables = new LinkedHashMap<>();
        section.keys().forEach(name -> variables.put(name, section.text(name, VALUE, "text that is not empty")
                .orElseThrow()));
        return variables;
    }

    private Map<String, SecretReference> secrets() {
        Map<String, SecretReference> secrets = new LinkedHashMap<>();
        Section all = service.section("secrets");
        all.sections().forEach((name, section) -> secrets.put(name, secret(all, name, section)));
        return secrets;
    }

    private static SecretReference secret(Section all, String name, Section section) {
        Optional<String> secret = section.text(SECRET_KEY, SECRET, SECRET_ALLOWED);
        Optional<String> key = section.text(KEY, JSON_KEY, "the name of a key in the secret's JSON, without a colon");
        Optional<String> parameter = section.text(PARAMETER_KEY, PARAMETER,
                "a parameter's name, such as /orders/token");
        section.done();
        if (secret.isPresent() == parameter.isPresent()) {
            throw all.refuse(name, secret.isPresent() ? "secret and parameter" : "neither secret nor parameter",
                    "one of them");
        }
        if (parameter.isPresent() && key.isPresent()) {
            throw section.refuse(KEY, key.get(), "no such key with parameter: a parameter has no keys");
        }
        return secret.map(found -> new SecretReference(Store.SECRETS_MANAGER, found, key))
                .orElseGet(() -> new SecretReference(Store.PARAMETER_STORE, parameter.orElseThrow(), key));
    }

    private List<AllowStatement> statements() {
        return service.list(STATEMENTS, "a list of mappings with actions and resources").stream().map(section -> {
            var statement = new AllowStatement(
                    section.texts("actions", ACTION, "an action of IAM, such as s3:GetObject or s3:Get*"),
                    section.texts("resources", RESOURCE, "an ARN, or * for actions that have no resource"));
            section.done();
            for (var part : List.of(Map.entry("actions", statement.actions()),
                    Map.entry("resources", statement.resources()))) {
                if (part.getValue().isEmpty()) {
                    throw section.refuse(part.getKey(), "nothing", "a list of at least one");
                }
            }
            return statement;
        }).toList();
    }
}
