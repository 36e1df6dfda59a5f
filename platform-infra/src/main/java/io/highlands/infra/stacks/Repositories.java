// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/** An image repository for each service. */
final class Repositories {

    private static final int IMAGES_KEPT = 50;

    private Repositories() {
    }

    static void create(Construct scope, Environment environment) {
        var names = new Names(environment.name());
        for (String service : environment.topology().names()) {
            Repository.Builder.create(scope, Ids.of(service, "Repository")).repositoryName(names.repository(service))
                    .imageScanOnPush(true).imageTagMutability(TagMutability.IMMUTABLE)
                    .lifecycleRules(List.of(
                            LifecycleRule.builder().description("What no tag names").tagStatus(TagStatus.UNTAGGED)
                                    .maxImageAge(Duration.days(1)).build(),
                            LifecycleRule.builder().description("The newest are enough to roll back")
                                    .tagStatus(TagStatus.ANY).maxImageCount(IMAGES_KEPT).build()))
                    .removalPolicy(LogGroups.removal(environment)).emptyOnDelete(!environment.keepData()).build();
        }
    }
}
