// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;

/**
 * A CloudFormation stack, as it is when it was deployed.
 *
 * @param name its name
 * @param id its ARN
 * @param description what its template says of itself; empty when it says nothing
 * @param resources its resources, in the template's order
 * @param outputs its outputs, in the template's order, without those whose value is not known here
 */
public record StackSpec(String name, String id, String description, List<StackResource> resources,
        List<StackOutput> outputs) {

    /** Copies the lists. */
    public StackSpec {
        resources = List.copyOf(resources);
        outputs = List.copyOf(outputs);
    }
}
