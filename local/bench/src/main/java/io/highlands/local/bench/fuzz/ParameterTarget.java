// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.aws.AwsServer;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;

/** One parameter of one operation of AWS, all others being right. */
final class ParameterTarget implements FuzzTarget {

    private final JsonMapper json = new JsonMapper();
    private final AwsCaller caller;
    private final Grammar grammar;
    private final String operation;
    private final String before;

    private ParameterTarget(AwsServer server, String grammar, String operation, String before) {
        this.caller = new AwsCaller(server);
        this.grammar = Grammar.read(grammar);
        this.operation = operation;
        this.before = before;
    }

    static ParameterTarget alarmRule(AwsServer server) throws IOException {
        ParameterTarget target = new ParameterTarget(server, "alarm-rule", "PutCompositeAlarm",
                "{\"AlarmName\":\"k\",\"AlarmRule\":");
        for (String name : new String[]{"a", "b", "p", "an alarm"}) {
            target.call("PutMetricAlarm", "{\"AlarmName\":\"" + name + "\",\"Namespace\":\"Fuzz\",\"MetricName\":\"M\","
                    + "\"Statistic\":\"Sum\",\"Period\":60,\"EvaluationPeriods\":1,\"Threshold\":1,"
                    + "\"ComparisonOperator\":\"GreaterThanThreshold\"}");
        }
        return target;
    }

    static ParameterTarget dashboard(AwsServer server) {
        return new ParameterTarget(server, "dashboard", "PutDashboard",
                "{\"DashboardName\":\"d\",\"DashboardBody\":");
    }

    @Override
    public byte[] input(RandomGenerator random) {
        return Mutation.of(grammar.text(random, random.nextInt(3) == 0), random).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String take(byte[] input) throws IOException {
        String body = shown(input);
        String answer = call(operation, before + json.writeValueAsString(body) + "}");
        if (operation.equals("PutDashboard") && answer.startsWith("200")) {
            DashboardBody.parse(body).dividedBy(6).window(FuzzWorld.NOW);
        }
        return answer;
    }

    private String call(String name, String body) throws IOException {
        return caller.call("/", Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target",
                "GraniteServiceVersion20100801." + name), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
