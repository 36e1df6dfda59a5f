// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.fis.CfnExperimentTemplate;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;
import io.highlands.infra.settings.Environment;

/**
 * Experiments of AWS FIS: the faults of {@code highlands fault} that FIS can inject into tasks on Fargate. Each is
 * one fault in all tasks of one service, started by hand, and stopped as soon as users are hurt.
 */
final class GameDaysStack extends Stack {

    static final String PART = "game-days";

    /** Alarms of the whole environment's promises to its users; FIS takes five at most. */
    private static final List<AlarmKind> STOPPING = List.of(AlarmKind.AVAILABILITY_BURN_FAST,
            AlarmKind.AVAILABILITY_BURN_SLOW, AlarmKind.LATENCY_SLO);
    private static final String TARGET = "tasks";

    private final Names names;

    GameDaysStack(Construct scope, Environment environment, ObservabilityStack observability, StackProps props) {
        super(scope, new Names(environment.name()).stack(PART), props);
        names = new Names(environment.name());
        addStackDependency(observability, "alarms that stop experiments");
        LogGroup log = new LogGroups(environment).createSwitchable(this, "Logs", PART);
        String role = ExperimentRole.create(this, names.cluster()).getRoleArn();
        Experiment.of(environment).forEach(experiment -> add(experiment, role, log));
    }

    private void add(Experiment experiment, String role, LogGroup log) {
        CfnExperimentTemplate.Builder.create(this, id(experiment)).roleArn(role)
                .description("%s %s: %s".formatted(experiment.fault(), experiment.service(), experiment.meaning()))
                .tags(Map.of("Name", names.stack(experiment.fault() + '-' + experiment.service())))
                .targets(Map.of(TARGET, target(experiment.service())))
                .actions(Map.of(experiment.fault(), action(experiment)))
                .stopConditions(STOPPING.stream().map(this::stopOn).toList())
                .experimentOptions(CfnExperimentTemplate.ExperimentTemplateExperimentOptionsProperty.builder()
                        .accountTargeting("single-account").emptyTargetResolutionMode("fail").build())
                .logConfiguration(CfnExperimentTemplate.ExperimentTemplateLogConfigurationProperty.builder()
                        .logSchemaVersion(2)
                        // Not by the CDK's own type, which spells its member as CloudFormation does not
                        .cloudWatchLogsConfiguration(Map.of("LogGroupArn", log.getLogGroupArn())).build())
                .build();
    }

    private CfnExperimentTemplate.ExperimentTemplateTargetProperty target(String service) {
        return CfnExperimentTemplate.ExperimentTemplateTargetProperty.builder().resourceType("aws:ecs:task")
                .parameters(new TreeMap<>(Map.of("cluster", names.cluster(), "service", service)))
                .selectionMode("ALL").build();
    }

    private static CfnExperimentTemplate.ExperimentTemplateActionProperty action(Experiment experiment) {
        var action = CfnExperimentTemplate.ExperimentTemplateActionProperty.builder().actionId(experiment.action())
                .targets(Map.of("Tasks", TARGET));
        return experiment.parameters().isEmpty()
                ? action.build()
                : action.parameters(new TreeMap<>(experiment.parameters())).build();
    }

    private CfnExperimentTemplate.ExperimentTemplateStopConditionProperty stopOn(AlarmKind kind) {
        return CfnExperimentTemplate.ExperimentTemplateStopConditionProperty.builder().source("aws:cloudwatch:alarm")
                .value("arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(getPartition(), getRegion(), getAccount(),
                        names.stack(kind.id())))
                .build();
    }

    private static String id(Experiment experiment) {
        return Ids.of(experiment.fault(), "") + Ids.of(experiment.service(), "");
    }
}
