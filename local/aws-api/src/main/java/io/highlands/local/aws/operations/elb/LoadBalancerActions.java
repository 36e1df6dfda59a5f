// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Infrastructure;

/** The operations of Elastic Load Balancing. */
public final class LoadBalancerActions {

    private LoadBalancerActions() {
    }

    /**
     * Elastic Load Balancing's operations that are served.
     *
     * @param infrastructure what they act on
     * @return what is served, by name
     */
    public static Map<String, Action> all(Infrastructure infrastructure) {
        Balancing balancing = new Balancing(infrastructure);
        TargetGroups groups = new TargetGroups(balancing);
        return Map.of("DescribeLoadBalancers", new DescribeLoadBalancers(balancing),
                "DescribeListeners", new DescribeListeners(balancing),
                "DescribeTargetGroups", groups::describe,
                "DescribeTargetHealth", new DescribeTargetHealth(balancing, groups));
    }
}
