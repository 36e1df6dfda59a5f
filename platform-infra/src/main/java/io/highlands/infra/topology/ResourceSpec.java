// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

/**
 * A resource that a service declares: a database, a queue.
 *
 * @param name
 *            unique among the resources of all services
 * @param type
 *            what it is, with its options
 */
public record ResourceSpec(String name, ResourceType type) {

    /** Beginning of the variables that tell the service of it: {@code ORDERS_DB}. */
    public String variablePrefix() {
        return Variables.prefix(name);
    }
}
