// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.identity;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Output;

/** GetCallerIdentity: everyone is local mode's one user, in an account that no one can have. */
public final class IdentityActions {

    /** The account of everything in local mode. */
    public static final String ACCOUNT = "000000000000";

    private IdentityActions() {
    }

    /** {@return the operations of STS that are served} */
    public static Map<String, Action> all() {
        return Map.of("GetCallerIdentity", input -> Output.of("Account", ACCOUNT)
                .with("Arn", "arn:aws:iam::" + ACCOUNT + ":user/local")
                .with("UserId", "AIDAHIGHLANDSLOCAL00").tree());
    }
}
