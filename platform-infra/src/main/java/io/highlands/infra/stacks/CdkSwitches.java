// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The CDK's own switches: leaner templates, and findings of CloudFormation's rules as errors. They stand here and not in
 * {@code cdk.json}, so that the build, the CDK's command line and local mode synthesize the same.
 */
final class CdkSwitches {

    static final SequencedMap<String, Object> ALL = new TreeMap<>();

    static {
        ALL.put("@aws-cdk/core:target-partitions", List.of("aws"));
        // Exports and imports: a stack in use cannot lose what others read from it
        ALL.put("@aws-cdk/core:defaultCrossStackReferences", "strong");
        on("@aws-cdk/core:validateAgainstDefaultRules");
        on("@aws-cdk/core:enablePartitionLiterals");
        on("@aws-cdk/core:checkSecretUsage");
        on("@aws-cdk/aws-iam:minimizePolicies");
        on("@aws-cdk/aws-s3:createDefaultLoggingPolicy");
        on("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy");
        on("@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker");
        on("@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm");
        on("@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions");
    }

    private CdkSwitches() {
    }

    private static void on(String name) {
        ALL.put(name, true);
    }
}
