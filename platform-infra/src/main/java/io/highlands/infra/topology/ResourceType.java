// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

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

    /** {@return what the names of the alarms of its limits end in after the resource's name, such as {@code age}} */
    List<String> alarmParts();
}
