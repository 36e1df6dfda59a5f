// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.local.verify.VerifyException;

/** Checks of the account itself: the AWS CLI, who deploys and where, and what an empty account lacks. */
final class AccountChecks {

    /** The first 2.x of Debian 12, and the 1.x that still gets new services: both have every operation used here. */
    private static final Map<Integer, Integer> MINOR_VERSIONS = Map.of(1, 29, 2, 9);

    private static final Pattern VERSION = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)\\.\\S+");

    private static final String ROLE = "AWSServiceRoleForECS";

    private final Aws aws;
    private final Assembly assembly;
    private final Map<String, String> variables;

    /** The account that is reached, known once the credentials are checked. */
    private Optional<String> account = Optional.empty();

    AccountChecks(Aws aws, Assembly assembly, Map<String, String> variables) {
        this.aws = aws;
        this.assembly = assembly;
        this.variables = variables;
    }

    /** {@return AWS CLI, credentials, Region; the first failed line is the last, because nothing else can be asked then} */
    List<CheckResult> identity() {
        List<CheckResult> results = new ArrayList<>();
        for (Aws.Check check : List.<Aws.Check>of(this::commandLine, this::credentials, this::region)) {
            results.add(check.run());
            if (!results.getLast().isOk()) {
                return results;
            }
        }
        return results;
    }

    /** {@return what an empty account lacks} */
    List<Aws.Check> foundation() {
        return List.of(Aws.guarded("ECS service-linked role", "allow iam:GetRole", this::serviceLinkedRole),
                Aws.guarded("CDK bootstrap", "allow ssm:GetParameter", this::bootstrap));
    }

    Optional<String> account() {
        return account;
    }

    private CheckResult commandLine() {
        String install = "install version 2 (https://docs.aws.amazon.com/cli/)";
        try {
            String version = aws.version();
            Matcher parts = VERSION.matcher(version);
            if (!parts.find()) {
                return CheckResult.failed("AWS CLI", "'" + version + "' is no version of it", install);
            }
            int least = MINOR_VERSIONS.getOrDefault(Integer.parseInt(parts.group(1)), 0);
            return Integer.parseInt(parts.group(2)) >= least
                    ? CheckResult.ok("AWS CLI", parts.group())
                    : CheckResult.failed("AWS CLI", parts.group() + " is too old", install);
        } catch (VerifyException e) {
            return CheckResult.failed("AWS CLI", e.getMessage(), install);
        }
    }

    private CheckResult credentials() {
        String signIn = "sign in (aws sso login, or set AWS_PROFILE) and run the command again";
        return Aws.guarded("credentials", signIn, () -> {
            JsonNode caller = aws.read("sts", "get-caller-identity");
            String found = caller.path("Account").asString();
            account = Optional.of(found);
            return assembly.account().filter(declared -> !declared.equals(found))
                    .map(declared -> CheckResult.failed("credentials", "they are of account " + found,
                            "environments/" + assembly.environment() + ".yaml says account " + declared
                                    + ": sign in to that account or change the file"))
                    .orElseGet(() -> CheckResult.ok("credentials",
                            caller.path("Arn").asString() + " in account " + found));
        }).run();
    }

    private CheckResult region() {
        Optional<String> chosen = Optional.ofNullable(variables.get("AWS_REGION"))
                .or(() -> Optional.ofNullable(variables.get("AWS_DEFAULT_REGION")));
        Optional<String> declared = assembly.region();
        String file = "environments/" + assembly.environment() + ".yaml";
        if (declared.isEmpty()) {
            return CheckResult.failed("Region", file + " names none", "add the line: region: eu-west-1");
        }
        return chosen.filter(name -> !name.equals(declared.get()))
                .map(name -> CheckResult.failed("Region",
                        "the environment variable says " + name + ", " + file + " " + declared.get(),
                        "run: unset AWS_REGION AWS_DEFAULT_REGION"))
                .orElseGet(() -> CheckResult.ok("Region", declared.get()));
    }

    private CheckResult serviceLinkedRole() {
        return aws.find("iam", "get-role", "--role-name", ROLE).isPresent()
                ? CheckResult.ok("ECS service-linked role", ROLE)
                : CheckResult.failed("ECS service-linked role", "the account has no " + ROLE,
                        "run: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com");
    }

    private CheckResult bootstrap() {
        String run = "run: platform-infra/cdk-cli/cdk bootstrap aws://" + account.orElse("ACCOUNT") + "/"
                + assembly.region().orElse("REGION");
        Optional<JsonNode> parameter = aws.find("ssm", "get-parameter", "--name", "/cdk-bootstrap/hnb659fds/version");
        if (parameter.isEmpty()) {
            return CheckResult.failed("CDK bootstrap", "this account and Region have none", run);
        }
        int version = parameter.get().path("Parameter").path("Value").asInt(0);
        return version >= assembly.bootstrapVersion()
                ? CheckResult.ok("CDK bootstrap", "version " + version)
                : CheckResult.failed("CDK bootstrap",
                        "version " + version + ", the stacks need " + assembly.bootstrapVersion(), run);
    }
}
