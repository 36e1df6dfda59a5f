// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.util.List;
import java.util.Map;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.DeclaredResource;

/** How resources of one type are supplied on this machine. {@link StandIns} has the types. */
interface StandIn {

    /** End of the variable that supplies one, such as {@code _QUEUE_URL}. */
    String end();

    /**
     * The values that templates take from what a variable supplies.
     *
     * @throws ControlException in one line, where the text is of another form
     */
    Map<String, String> given(DeclaredResource resource, String text);

    /**
     * Called before anything is made, for a resource that no variable supplies.
     *
     * @throws ControlException in one line that names the variable, where none can be made here
     */
    void check(DeclaredResource resource, Map<String, String> variables);

    /**
     * Makes what stands for resources that no variable supplies.
     *
     * @return their values, by name
     */
    Map<String, Map<String, String>> make(List<DeclaredResource> resources, Map<String, String> variables);

    /** The variables of the service by which its SDKs call what a variable supplies, and not AWS. */
    default Map<String, String> endpoints(String text) {
        return Map.of();
    }

    /** The variable by which somebody supplies the resource. */
    default String variable(DeclaredResource resource) {
        return resource.variablePrefix() + end();
    }
}
