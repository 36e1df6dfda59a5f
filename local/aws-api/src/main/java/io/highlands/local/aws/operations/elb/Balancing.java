// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.List;
import java.util.Optional;

import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.ListenerSpec;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.TargetGroupSpec;

/**
 * The one load balancer that an environment may have, by name and ARN.
 *
 * @param infrastructure what runs
 */
record Balancing(Infrastructure infrastructure) {

    private static final int MOST = 400;

    Optional<LoadBalancerSpec> balancer() {
        return Optional.ofNullable(infrastructure.platform().get().loadBalancer());
    }

    List<ListenerSpec> listeners() {
        return balancer().map(LoadBalancerSpec::listeners).orElse(List.of());
    }

    List<TargetGroupSpec> groups() {
        return balancer().map(LoadBalancerSpec::targetGroups).orElse(List.of());
    }

    String arn(LoadBalancerSpec balancer) {
        return infrastructure.arn("elasticloadbalancing", "loadbalancer/" + balancer.fullName());
    }

    String arn(ListenerSpec listener) {
        return infrastructure.stacks().get().physicalId(listener.source()).orElseGet(() -> infrastructure
                .arn("elasticloadbalancing",
                        "listener/" + balancer().orElseThrow().fullName() + "/" + listener.port()));
    }

    /** Refuses a load balancer that is not this one. */
    void require(String arn) {
        if (balancer().map(this::arn).filter(arn::equals).isEmpty()) {
            throw noBalancer(arn);
        }
    }

    static AwsError noBalancer(String given) {
        return new AwsError("LoadBalancerNotFound", "Load balancer '" + given + "' not found");
    }

    static <T> Page<T> page(Input input, List<T> all) {
        int size = input.integer("PageSize").orElse(MOST);
        if (size < 1 || size > MOST) {
            throw new AwsError("ValidationError", "PageSize is " + size + "; allowed: 1 to " + MOST);
        }
        return Page.of(all, input.optionalText("Marker"), size, "ValidationError");
    }
}
