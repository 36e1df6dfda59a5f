// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.util.Map;

/** What one operation does. */
@FunctionalInterface
public interface Action {

    /**
     * Performs the operation once.
     *
     * @param input the parameters, which fit the operation's shape
     * @return the members of its answer; see {@link Output}
     * @throws io.highlands.local.aws.wire.AwsError when it is refused
     * @throws io.highlands.local.cloudwatch.CloudWatchException when CloudWatch refuses it
     * @throws io.highlands.local.logs.LogsException when CloudWatch Logs refuses it
     */
    Map<String, Object> perform(Input input);
}
