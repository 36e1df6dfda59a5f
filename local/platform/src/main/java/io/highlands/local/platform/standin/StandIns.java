// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.DeclaredResource;
import io.highlands.local.template.cloudformation.LocalValues;
import io.highlands.local.template.cloudformation.SuppliedResources;

/**
 * What stands on this machine for the databases, queues and the like that services declare: what variables of the command
 * name, or what is made here. What is started ends with the platform.
 */
public final class StandIns implements AutoCloseable {

    private Map<String, String> variables;
    private final PostgreSqlStandIn postgreSql;
    private final SequencedMap<String, StandIn> types = new LinkedHashMap<>();

    /**
     * Nothing is started yet.
     *
     * @param folder where started servers keep their data, and what is made its values
     * @param variables the environment variables of the command
     */
    public StandIns(Path folder, Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.postgreSql = new PostgreSqlStandIn(folder.resolve("postgresql"));
        types.put("postgresql", postgreSql);
        types.put("sqs", AwsStandIn.QUEUE);
        types.put("dynamodb", AwsStandIn.TABLE);
        types.put("s3", AwsStandIn.BUCKET);
        types.put("secret", new SecretStandIn(folder.resolve("secrets")));
    }

    /**
     * The values that templates take from outside. Each declared resource is looked at before the first is started.
     *
     * @param assembly the cloud assembly
     * @param file the file of local values
     * @param changed variables of a later command, before those that it has
     * @return the values
     * @throws ControlException in one line that names service, resource and variable, where nothing stands for one
     */
    public synchronized LocalValues values(Path assembly, Path file, Map<String, String> changed) {
        Map<String, String> all = with(changed);
        List<DeclaredResource> declared = DeclaredResource.of(CloudAssembly.read(assembly));
        Map<StandIn, List<DeclaredResource>> toMake = new LinkedHashMap<>();
        SuppliedResources supplied = SuppliedResources.NONE;
        refuseOneVariableForTwo(declared, all);
        for (DeclaredResource resource : declared) {
            StandIn type = type(resource);
            String text = all.getOrDefault(type.variable(resource), "");
            if (text.isBlank()) {
                type.check(resource, all);
                toMake.computeIfAbsent(type, each -> new ArrayList<>()).add(resource);
            } else {
                supplied = supplied.with(resource.name(), type.given(resource, text));
            }
        }
        supplied = supplied.with(endpoints(declared, all));
        for (Map.Entry<StandIn, List<DeclaredResource>> each : toMake.entrySet()) {
            for (var made : each.getKey().make(each.getValue(), all).entrySet()) {
                supplied = supplied.with(made.getKey(), made.getValue());
            }
        }
        return LocalValues.read(file).with(supplied);
    }

    /** As of a table {@code carts} and a database {@code carts-table}. */
    private void refuseOneVariableForTwo(List<DeclaredResource> declared, Map<String, String> all) {
        Map<String, DeclaredResource> owners = new HashMap<>();
        for (DeclaredResource resource : declared) {
            String variable = type(resource).variable(resource);
            DeclaredResource owner = owners.putIfAbsent(variable, resource);
            if (owner != null && !all.getOrDefault(variable, "").isBlank()) {
                throw new ControlException(resource.line(
                        "%s: found for %s of %s too; allowed: names in services.yaml whose variables differ"
                                .formatted(variable, owner.name(), owner.service())));
            }
        }
    }

    /**
     * Whether variables differ.
     *
     * @param changed variables of a later command
     * @return whether they differ from those that it has
     */
    public synchronized boolean differ(Map<String, String> changed) {
        return !with(changed).equals(variables);
    }

    /**
     * Has variables from now on.
     *
     * @param changed variables of a later command, before those that it has
     */
    public synchronized void take(Map<String, String> changed) {
        variables = with(changed);
    }

    private Map<String, String> with(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(changed);
        return Map.copyOf(all);
    }

    /**
     * Where SDKs call what stands for AWS, by service and variable. The SDK of a service calls each service of AWS at one
     * address, whatever the URL of a queue says.
     */
    private Map<String, Map<String, String>> endpoints(List<DeclaredResource> declared, Map<String, String> all) {
        Map<String, Map<String, String>> endpoints = new HashMap<>();
        Map<String, String> setters = new HashMap<>();
        for (DeclaredResource resource : declared) {
            String variable = type(resource).variable(resource);
            String text = all.getOrDefault(variable, "");
            Map<String, String> found = text.isBlank() ? Map.of() : type(resource).endpoints(text);
            found.forEach((name, address) -> {
                String setter = setters.computeIfAbsent(resource.service() + " " + name, key -> variable);
                String allowed = endpoints.computeIfAbsent(resource.service(), key -> new HashMap<>())
                        .computeIfAbsent(name, key -> address);
                if (!address.equals(allowed)) {
                    throw new ControlException(resource.line("%s: found %s; allowed: %s, as %s has it and an SDK calls "
                            .formatted(variable, address, allowed, setter)
                            + "all resources of this type at one address"));
                }
            });
        }
        return endpoints;
    }

    private StandIn type(DeclaredResource resource) {
        StandIn type = types.get(resource.type());
        if (type == null) {
            throw new ControlException(resource.line(
                    "nothing on this machine stands for this type; allowed: " + String.join(", ", types.keySet())));
        }
        return type;
    }

    @Override
    public void close() {
        postgreSql.close();
    }
}
