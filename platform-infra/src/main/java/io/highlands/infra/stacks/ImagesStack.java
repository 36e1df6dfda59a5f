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

    /**
     * ECR does not know what an environment runs, so tagged images go only when there are far more than any environment
     * falls behind: those of 1,000 commits, each an index and an image of either architecture ({@code build/images}).
     */
    private static final int TAGGED_KEPT = 3000;

    ImagesStack(Construct scope, List<String> services, StackProps props) {
        super(scope, NAME, props);
        services.forEach(this::repository);
    }

    /** One rule for every tag, since an environment may run any: a digest says nothing of the form of the tag. */
    private void repository(String service) {
        Repository.Builder.create(this, Ids.of(service, "Repository")).repositoryName(Names.repository(service))
                .imageScanOnPush(true).imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().rulePriority(1).description("What no tag names")
                                .tagStatus(TagStatus.UNTAGGED).maxImageAge(Duration.days(1)).build(),
                        LifecycleRule.builder().rulePriority(2).description("The newest, which environments may run")
                                .tagStatus(TagStatus.TAGGED).tagPatternList(List.of("*"))
                                .maxImageCount(TAGGED_KEPT).build()))
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE).build();
    }
}
