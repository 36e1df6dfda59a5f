// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.aws.wire.AwsError;

/** What some callers are not authorized to do, told by their access keys. Everybody may do everything at first. */
public final class Refusals {

    private static final int FORBIDDEN = 403;

    private volatile List<Refusal> standing = List.of();

    private record Refusal(Set<String> keys, String operation) {}

    /**
     * Refuses an operation from now on, as a change of the callers' policy does.
     *
     * @param keys access keys of the callers
     * @param operation as a policy names it, such as {@code cloudwatch:PutMetricData}
     * @return takes it back
     */
    public synchronized Runnable refuse(Set<String> keys, String operation) {
        Refusal refusal = new Refusal(Set.copyOf(keys), operation);
        List<Refusal> more = new ArrayList<>(standing);
        more.add(refusal);
        standing = List.copyOf(more);
        return () -> take(refusal);
    }

    private synchronized void take(Refusal back) {
        standing = standing.stream().filter(refusal -> refusal != back).toList();
    }

    /** Refuses a call in AWS's words, unless its caller may make it. */
    void check(String key, String operation) {
        for (Refusal refusal : standing) {
            if (refusal.operation().equals(operation) && refusal.keys().contains(key)) {
                throw new AwsError("AccessDeniedException", FORBIDDEN, ("User: arn:aws:sts::000000000000:assumed-role/"
                        + "task/%s is not authorized to perform: %s because no identity-based policy allows the %s "
                        + "action").formatted(key, operation, operation), Map.of());
            }
        }
    }
}
