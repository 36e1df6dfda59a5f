// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A database, queue or the like that a service declares, as the metadata {@code highlands:resource} of a template names it.
 *
 * @param service the service that declares it
 * @param name its name, unique in the environment
 * @param type its type in the declaration: such as {@code postgresql}
 * @param database name of its database; empty where it is none
 */
public record DeclaredResource(String service, String name, String type, String database) {

    private static final String METADATA = "highlands:resource";

    /**
     * The resources that an assembly declares.
     *
     * @param assembly what was synthesized
     * @return each once, in the order of creation
     */
    public static List<DeclaredResource> of(CloudAssembly assembly) {
        List<DeclaredResource> all = new ArrayList<>();
        for (Stack stack : assembly.stacks()) {
            for (Resource resource : stack.resources().values()) {
                of(resource).filter(declared -> !isPart(resource, declared)).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    /** A secret with a database's password has the database's metadata. */
    private static boolean isPart(Resource resource, DeclaredResource declared) {
        return resource.type().equals("AWS::SecretsManager::Secret") && !declared.type().equals("secret");
    }

    /** The declaration that this part of a template belongs to, if it belongs to one. */
    static Optional<DeclaredResource> of(Resource resource) {
        JsonNode metadata = resource.metadata().path(METADATA);
        return metadata.isObject()
                ? Optional.of(new DeclaredResource(metadata.path("service").asString(""),
                        metadata.path("name").asString(""), metadata.path("type").asString(""),
                        resource.properties().path("DatabaseName").asString("")))
                : Optional.empty();
    }

    /** {@return the beginning of the variables of {@code highlands up} that supply it, such as {@code HIGHLANDS_ORDERS_DB}} */
    public String variablePrefix() {
        return "HIGHLANDS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * An error of this resource.
     *
     * @param message what was found and what is allowed
     * @return one line that names service and resource
     */
    public String line(String message) {
        return "services.%s.resources.%s (%s): %s".formatted(service, name, type, message);
    }
}
