// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.logs.LogsException;

/**
 * ARNs of log groups, and groups named by them.
 *
 * @param region the Region
 * @param account the account
 */
record GroupArns(String region, String account) {

    private static final String RESOURCE = ":log-group:";

    String of(String group) {
        return "arn:aws:logs:" + region + ":" + account + RESOURCE + group;
    }

    String of(String group, String stream) {
        return of(group) + ":log-stream:" + stream;
    }

    /** The group that {@code logGroupName} or {@code logGroupIdentifier} names; one of the two has to. */
    static String named(Input input) {
        if (input.has("logGroupName") == input.has("logGroupIdentifier")) {
            throw new LogsException("InvalidParameterException",
                    "Exactly one of logGroupName and logGroupIdentifier must be specified");
        }
        return input.optionalText("logGroupName").orElseGet(() -> name(input.text("logGroupIdentifier")));
    }

    /** The name in an identifier, which is a name or an ARN with or without {@code :*}. */
    static String name(String identifier) {
        int at = identifier.startsWith("arn:") ? identifier.indexOf(RESOURCE) : -1;
        String name = at < 0 ? identifier : identifier.substring(at + RESOURCE.length());
        return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
    }
}
