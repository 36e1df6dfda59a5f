// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.List;
import java.util.Optional;

/**
 * The stacks of an environment as CloudFormation lists them, whether or not what is in them is run here.
 *
 * @param all the stacks, in the order of deployment
 * @param parameters what Parameter Store holds: the stacks' own parameters and the local values
 */
public record Stacks(List<StackSpec> all, List<ParameterSpec> parameters) {

    /** An environment without any. */
    public static final Stacks NONE = new Stacks(List.of(), List.of());

    /** Copies the lists. */
    public Stacks {
        all = List.copyOf(all);
        parameters = List.copyOf(parameters);
    }

    /**
     * What AWS knows a resource by.
     *
     * @param source where it is declared
     * @return its name, id or ARN, if the stacks have it
     */
    public Optional<String> physicalId(Source source) {
        return all.stream().flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.source().equals(source)).map(StackResource::physicalId).findFirst();
    }
}
