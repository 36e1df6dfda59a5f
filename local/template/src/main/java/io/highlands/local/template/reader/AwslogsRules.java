// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.List;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.LogSpec;
import io.highlands.local.template.cloudformation.Properties;

/**
 * What ECS demands of a Fargate task's logs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html">awslogs: awslogs-group,
 *      awslogs-region and, on Fargate, awslogs-stream-prefix are required</a>
 */
final class AwslogsRules {

    private static final String AWSLOGS = "awslogs";

    private AwslogsRules() {
    }

    static void check(Properties definition, List<ContainerSpec> containers) {
        for (int i = 0; i < containers.size(); i++) {
            LogSpec log = containers.get(i).log();
            if (log == null || !log.driver().equals(AWSLOGS)) {
                continue;
            }
            if (!definition.has("ExecutionRoleArn")) {
                throw definition.error("ExecutionRoleArn",
                        "Fargate requires task definition to have execution role ARN to support log driver awslogs.");
            }
            for (String option : List.of("awslogs-group", "awslogs-region", "awslogs-stream-prefix")) {
                if (!log.options().containsKey(option)) {
                    throw definition.error("ContainerDefinitions[" + i + "].LogConfiguration.Options." + option,
                            "is missing, which log driver awslogs needs on Fargate");
                }
            }
        }
    }
}
