// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

/**
 * One image repository for each service, shared by all environments of an account and Region, so that an image is built
 * once and promoted by its digest. The template is the same whichever environment synthesizes it: it holds nothing that
 * an environment says, and no tag of one.
 */
final class ImagesStack extends Stack {

    /** Name of the stack, in each account and Region. */
    static final String NAME = "highlands-images";

    /** Builds that have no version are for trying out: the newest are kept. */
    private static final int BUILDS_KEPT = 100;
    /** Versions, which environments run and roll back to, are not pushed out by builds. */
    private static final int VERSIONS_KEPT = 500;
    private static final String VERSION = "*.*.*";

    ImagesStack(Construct scope, List<String> services, StackProps props) {
        super(scope, NAME, props);
        services.forEach(this::repository);
    }

    /** Rules go by priority: an image that an earlier rule is about is never deleted by a later one (ECR user guide). */
    private void repository(String service) {
        Repository.Builder.create(this, Ids.of(service, "Repository")).repositoryName(Names.repository(service))
                .imageScanOnPush(true).imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().rulePriority(1).description("What no tag names")
                                .tagStatus(TagStatus.UNTAGGED).maxImageAge(Duration.days(1)).build(),
                        LifecycleRule.builder().rulePriority(2).description("Versions, which environments may run")
                                .tagStatus(TagStatus.TAGGED).tagPatternList(List.of(VERSION))
                                .maxImageCount(VERSIONS_KEPT).build(),
                        LifecycleRule.builder().rulePriority(3).description("The newest of all other builds")
                                .tagStatus(TagStatus.ANY).maxImageCount(BUILDS_KEPT).build()))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE).build();
    }
}
