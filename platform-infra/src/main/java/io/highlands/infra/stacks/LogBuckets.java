// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/** Buckets that AWS writes logs to. Objects expire with the environment's {@code logRetentionDays}. */
final class LogBuckets {

    private LogBuckets() {
    }

    /**
     * It outlives its stack and a failed first deployment, because CloudFormation cannot delete a bucket that holds
     * something: the load balancer writes {@code ELBAccessLogTestFile} as soon as its logs are on (Elastic Load Balancing,
     * "Access logs for your Application Load Balancer"). CloudFormation draws its name, so that it is in no other's way.
     */
    static Bucket create(Construct scope, String id, Environment environment) {
        return Bucket.Builder.create(scope, id).encryption(BucketEncryption.S3_MANAGED).enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(environment.logRetentionDays())).build()))
                .removalPolicy(RemovalPolicy.RETAIN).build();
    }
}
