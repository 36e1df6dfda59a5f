// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.highlands.local.verify.AwsCli;

/**
 * The order in which an environment is deployed: the image repositories, then network, cluster and load balancer, then each
 * service after those that it calls, then the refresh, then what watches them.
 */
public final class Deployment {

    private final Assembly assembly;
    private final Cdk cdk;
    private final AwsCli cli;

    /**
     * Plans it.
     *
     * @param root the checkout's folder, from which the commands run
     * @param cli the AWS CLI
     * @param assembly what is deployed
     */
    public Deployment(Path root, AwsCli cli, Assembly assembly) {
        this.assembly = assembly;
        this.cdk = new Cdk(root, assembly);
        this.cli = cli;
    }

    /** {@return the commands of a deployment, in order; first those without which a failed one cannot be repeated} */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(ExistingStacks.read(cli, assembly).recovery(assembly.stacks(), cdk));
        assembly.images().ifPresent(stack -> steps.add(
                cdk.deploy("image repositories, shared by all environments", List.of(stack))));
        steps.add(cdk.deploy("network, cluster, load balancer", List.of(assembly.base())));
        steps.add(cdk.deploy("services after those that they call, then what watches them", assembly.afterBase()));
        return steps;
    }

    /** {@return the command that shows what a deployment changes} */
    public List<Step> diff() {
        return List.of(cdk.diff(assembly.stacks()));
    }

    /** {@return the commands that print where users enter} */
    public List<Step> entrance() {
        return List.of(new Step("where users enter",
                List.of(cli.executable(), "cloudformation", "describe-stacks", "--region",
                        assembly.region().orElse("eu-west-1"), "--stack-name", assembly.base().name(), "--query",
                        "Stacks[0].Outputs[?OutputKey=='Url'].OutputValue", "--output", "text")));
    }
}
