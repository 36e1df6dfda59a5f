// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.local.verify.AwsCli;
import io.highlands.local.verify.VerifyException;

/** Reads of an account through the AWS CLI, in which "there is none" is a value rather than an error. */
final class Aws {

    /** The error codes by which AWS's services say that something does not exist. */
    private static final Pattern ABSENT = Pattern
            .compile("\\((\\w*(NotFound|NoSuch|DoesNotExist|NonExistent)\\w*|404)\\)|does not exist");

    private final AwsCli cli;

    Aws(AwsCli cli) {
        this.cli = cli;
    }

    String version() {
        return cli.version();
    }

    JsonNode read(String service, String operation, String... parameters) {
        return cli.read(service, operation, parameters);
    }

    /** {@return the response, or empty where AWS says that there is no such thing} */
    Optional<JsonNode> find(String service, String operation, String... parameters) {
        try {
            return Optional.of(cli.read(service, operation, parameters));
        } catch (VerifyException e) {
            if (ABSENT.matcher(e.getMessage()).find()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** {@return a check that becomes a failed line where AWS refuses to be asked} */
    static Check guarded(String what, String mend, Check check) {
        return () -> {
            try {
                return check.run();
            } catch (VerifyException e) {
                return CheckResult.failed(what, e.getMessage(), mend);
            }
        };
    }

    /** {@return the lines of checks in their order; they are asked concurrently, as each call of the AWS CLI takes a second} */
    static List<CheckResult> all(List<Check> checks) {
        return checks.parallelStream().map(Check::run).toList();
    }

    /** One look at the account. */
    interface Check {

        CheckResult run();
    }
}
