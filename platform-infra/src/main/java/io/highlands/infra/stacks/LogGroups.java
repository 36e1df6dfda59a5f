// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/** Log groups that keep what the environment says they keep, and the drivers that write to them. */
final class LogGroups {

    private static final Size BUFFER = Size.mebibytes(10);

    private final Environment environment;

    LogGroups(Environment environment) {
        this.environment = environment;
    }

    LogGroup create(Construct scope, String id, String... parts) {
        return create(scope, id, removal(environment), parts);
    }

    /**
     * The log group of a part that a setting switches on and off. It is deleted with the part, with {@code keepData} too:
     * a retained group keeps its name, and CloudFormation fails to create a log group that exists, so that the part could
     * be switched off once and never on again.
     */
    LogGroup createSwitchable(Construct scope, String id, String... parts) {
        return create(scope, id, RemovalPolicy.DESTROY, parts);
    }

    private LogGroup create(Construct scope, String id, RemovalPolicy removal, String... parts) {
        return LogGroup.Builder.create(scope, id).logGroupName(new Names(environment.name()).logGroup(parts))
                .retention(retention()).removalPolicy(removal).build();
    }

    /**
     * Writes to the group without ever blocking the container: with the buffer full, lines are lost rather than
     * requests. Both values are ECS's defaults since June 2025, and said here because CDK's documents still say others.
     */
    LogDriver driver(LogGroup group, String streamPrefix) {
        return LogDriver.awsLogs(AwsLogDriverProps.builder().logGroup(group).streamPrefix(streamPrefix)
                .mode(AwsLogDriverMode.NON_BLOCKING).maxBufferSize(BUFFER).build());
    }

    /**
     * What becomes of a resource whose stack is deleted or whose first deployment fails. Kept is what a stack once
     * finished with; what a failed first deployment made goes again, or its name would be in the way of the second.
     */
    static RemovalPolicy removal(Environment environment) {
        return environment.keepData() ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    }

    private RetentionDays retention() {
        return switch (environment.logRetentionDays()) {
            case 1 -> RetentionDays.ONE_DAY;
            case 3 -> RetentionDays.THREE_DAYS;
            case 5 -> RetentionDays.FIVE_DAYS;
            case 7 -> RetentionDays.ONE_WEEK;
            case 14 -> RetentionDays.TWO_WEEKS;
            case 30 -> RetentionDays.ONE_MONTH;
            case 60 -> RetentionDays.TWO_MONTHS;
            case 90 -> RetentionDays.THREE_MONTHS;
            case 120 -> RetentionDays.FOUR_MONTHS;
            case 150 -> RetentionDays.FIVE_MONTHS;
            case 180 -> RetentionDays.SIX_MONTHS;
            case 365 -> RetentionDays.ONE_YEAR;
            case 400 -> RetentionDays.THIRTEEN_MONTHS;
            case 545 -> RetentionDays.EIGHTEEN_MONTHS;
            default -> RetentionDays.TWO_YEARS;
        };
    }
}
