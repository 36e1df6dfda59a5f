// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.verify.AwsCli;

/** Everything that is looked at before a change. Nothing is changed by it. */
public final class Checks {

    private final AccountChecks account;
    private final ResourceChecks resources;
    private final QuotaChecks quotas;
    private final ImageChecks images;

    /**
     * Prepares them.
     *
     * @param cli where to look
     * @param assembly what shall be deployed
     * @param variables the environment variables, of which the AWS CLI takes a Region
     */
    public Checks(AwsCli cli, Assembly assembly, Map<String, String> variables) {
        Aws aws = new Aws(cli);
        this.account = new AccountChecks(aws, assembly, variables);
        this.resources = new ResourceChecks(aws, assembly);
        this.quotas = new QuotaChecks(aws, assembly, Instant.now());
        this.images = new ImageChecks(aws, assembly);
    }

    /** {@return the lines of all checks; where the account cannot be reached, only those up to that} */
    public List<CheckResult> all() {
        List<Aws.Check> checks = new ArrayList<>(account.foundation());
        checks.addAll(resources.checks());
        checks.addAll(quotas.checks());
        checks.addAll(images.checks());
        return identityAnd(checks);
    }

    /** {@return the lines about the account alone, for what deploys no services} */
    public List<CheckResult> ofAccount() {
        return identityAnd(account.foundation());
    }

    /** {@return the lines about AWS CLI, credentials and Region alone, for what needs no bootstrap} */
    public List<CheckResult> ofIdentity() {
        return account.identity();
    }

    private List<CheckResult> identityAnd(List<Aws.Check> checks) {
        List<CheckResult> results = new ArrayList<>(account.identity());
        if (results.stream().allMatch(CheckResult::isOk)) {
            results.addAll(Aws.all(checks));
        }
        return results;
    }

    /**
     * The account that was reached.
     *
     * @return its twelve digits
     * @throws DeployException before the checks
     */
    public String accountId() {
        return account.account().orElseThrow(() -> new DeployException("the account is not known yet"));
    }
}
