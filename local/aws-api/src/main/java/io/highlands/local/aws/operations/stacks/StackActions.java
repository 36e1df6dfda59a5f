// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.stacks;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Infrastructure;

/** The operations of CloudFormation. */
public final class StackActions {

    private StackActions() {
    }

    /**
     * CloudFormation's operations that are served.
     *
     * @param infrastructure what they tell of
     * @return what is served, by name
     */
    public static Map<String, Action> all(Infrastructure infrastructure) {
        StackList stacks = new StackList(infrastructure);
        StackResources resources = new StackResources(stacks);
        return Map.of("DescribeStacks", stacks::describe,
                "ListStacks", stacks::list,
                "ListExports", stacks::exports,
                "DescribeStackResources", resources::describe,
                "ListStackResources", resources::list);
    }
}
