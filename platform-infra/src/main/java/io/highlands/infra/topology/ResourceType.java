// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;
import java.util.Optional;

/** What the rules of a declaration need to know of a type of resource. */
public interface ResourceType {

    /** {@return the value of the key {@code type}, such as {@code postgresql}} */
    String word();

    /**
     * The environment variables by which a service finds its resource.
     *
     * @param prefix
     *            the resource's name as variables have it: {@code ORDERS_DB}
     * @param only
     *            whether the service has no other resource of this type
     * @return the names of all of them, secret ones included
     */
    List<String> variables(String prefix, boolean only);

    /** {@return what the names of the alarms of its limits end in after the resource's name, such as {@code age}; none where it has no alarm} */
    List<String> alarmParts();

    /**
     * The name of the database in it. On one machine one server has those of all services.
     *
     * @param resource
     *            the resource's name
     * @return the declared name, or what follows from the resource's; empty where it is no database
     */
    default Optional<String> database(String resource) {
        return Optional.empty();
    }
}
