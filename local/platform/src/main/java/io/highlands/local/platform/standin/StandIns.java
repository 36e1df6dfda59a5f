// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.DeclaredResource;
import io.highlands.local.template.cloudformation.LocalValues;
import io.highlands.local.template.cloudformation.SuppliedResources;

/**
 * What stands on this machine for the databases, queues and the like that services declare: what variables of the command
 * name, or what is started here. It ends with the platform.
 */
public final class StandIns implements AutoCloseable {

    private Map<String, String> variables;
    private final LocalPostgreSql server;

    /**
     * Nothing is started yet.
     *
     * @param folder where started servers keep their data
     * @param variables the environment variables of the command
     */
    public StandIns(Path folder, Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.server = new LocalPostgreSql(folder.resolve("postgresql"));
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
        var programs = new PostgreSqlPrograms(all);
        List<DeclaredResource> declared = DeclaredResource.of(CloudAssembly.read(assembly));
        SuppliedResources supplied = SuppliedResources.NONE;
        for (DeclaredResource resource : declared) {
            String url = all.getOrDefault(variable(resource), "");
            if (!url.isBlank()) {
                supplied = supplied.with(resource.name(), given(resource, url));
            } else if (!isPostgreSql(resource) || programs.folder().isEmpty()) {
                throw new ControlException(missing(resource));
            }
        }
        refuseTwoAddresses(declared, all);
        List<DeclaredResource> here = declared.stream()
                .filter(resource -> all.getOrDefault(variable(resource), "").isBlank()).toList();
        if (!here.isEmpty()) {
            server.start(programs, here.stream().map(DeclaredResource::database).toList());
        }
        for (DeclaredResource resource : here) {
            supplied = supplied.with(resource.name(), server.values());
        }
        return LocalValues.read(file).with(supplied);
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

    /** The SDK of a service calls SQS at one address, whatever the URL of a queue says. */
    private static void refuseTwoAddresses(List<DeclaredResource> declared, Map<String, String> variables) {
        Map<String, DeclaredResource> first = new HashMap<>();
        for (DeclaredResource resource : declared.stream().filter(each -> !isPostgreSql(each)).toList()) {
            DeclaredResource other = first.computeIfAbsent(resource.service(), service -> resource);
            String address = address(variables.get(variable(resource)));
            String allowed = address(variables.get(variable(other)));
            if (!address.equals(allowed)) {
                throw new ControlException(resource.line("%s: found %s; allowed: %s, as %s has it and an SDK calls "
                        .formatted(variable(resource), address, allowed, variable(other))
                        + "all queues of a service at one address"));
            }
        }
    }

    private static String address(String url) {
        return url.strip().replaceFirst("(https?://[^/]+)/.*", "$1");
    }

    private static Map<String, String> given(DeclaredResource resource, String url) {
        return isPostgreSql(resource)
                ? PostgreSqlUrl.values(resource, variable(resource), url)
                : queue(resource, url);
    }

    private static Map<String, String> queue(DeclaredResource resource, String url) {
        if (!url.matches("https?://[^\\s/]+/\\S+")) {
            throw new ControlException(resource.line("%s: found %s; allowed: the URL of a queue, such as "
                    .formatted(variable(resource), url) + "http://127.0.0.1:9324/000000000000/" + resource.name()));
        }
        return Map.of("url", url);
    }

    private static boolean isPostgreSql(DeclaredResource resource) {
        return switch (resource.type()) {
            case "postgresql" -> true;
            case "sqs" -> false;
            default -> throw new ControlException(
                    resource.line("nothing on this machine stands for this type; allowed: postgresql, sqs"));
        };
    }

    /** The variable by which somebody supplies the resource: the service's own, with another beginning. */
    private static String variable(DeclaredResource resource) {
        return resource.variablePrefix() + (isPostgreSql(resource) ? "_URL" : "_QUEUE_URL");
    }

    private static String missing(DeclaredResource resource) {
        String variable = variable(resource);
        return isPostgreSql(resource)
                ? resource.line(("found neither the variable %s nor an installed PostgreSQL; allowed: %s="
                        + "postgresql://user:password@host:port/%s, initdb and postgres on the PATH, or their folder in %s")
                        .formatted(variable, variable, resource.database(), LocalPostgreSql.HOME))
                : resource.line("found no variable %s; allowed: %s=URL of a queue, as nothing here stands for one"
                        .formatted(variable, variable));
    }

    @Override
    public void close() {
        server.close();
    }
}
