// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tables of DynamoDB that services declare. Sources: DynamoDB Developer Guide, "DynamoDB metrics and dimensions", "Point-in-
 * time backups", "Amazon VPC endpoints" and "IAM policy to grant read/write access"; CloudWatch User Guide, "Recommended
 * alarms", DynamoDB; Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB".
 */
class DeclaredTableTest {

    private static final ServicesText SERVICES = ServicesText
            .ordersWith("carts: { type: dynamodb, partitionKey: customer, sortKey: added number }");
    private static final Assembly DEV = SERVICES.assembly("dev", "image: '1'");
    private static final Assembly KEPT = SERVICES.assembly("staging", "image: '1'\nkeepData: true");
    private static final String PART = "resources";

    @Test
    void tableHasItsKeysAndCapacityOnDemand() {
        JsonNode table = DEV.only(PART, "AWS::DynamoDB::Table");

        assertThat(table.get("KeySchema").toString())
                .isEqualTo("[{\"AttributeName\":\"customer\",\"KeyType\":\"HASH\"},"
                        + "{\"AttributeName\":\"added\",\"KeyType\":\"RANGE\"}]");
        assertThat(table.get("AttributeDefinitions").toString()).isEqualTo(
                "[{\"AttributeName\":\"customer\",\"AttributeType\":\"S\"},{\"AttributeName\":\"added\",\"AttributeType\":\"N\"}]");
        assertThat(table.get("BillingMode").asString()).isEqualTo("PAY_PER_REQUEST");
    }

    @Test
    void withKeepDataATableStaysRefusesToBeDeletedAndGoesBackToAnySecond() {
        JsonNode table = KEPT.only(PART, "AWS::DynamoDB::Table");

        assertThat(table.get("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean()).isTrue();
        assertThat(KEPT.template(PART).get("Resources").valueStream()).allSatisfy(
                resource -> assertThat(resource.get("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate"));
        assertThat(DEV.template(PART).get("Resources").valueStream()).allSatisfy(
                resource -> assertThat(resource.get("DeletionPolicy").asString()).isEqualTo("Delete"));
    }

    @Test
    void serviceMayReadAndWriteItemsOfItsTableAndNothingElse() {
        List<JsonNode> statements = DEV.statements("orders", "TaskTaskRole")
                .filter(it -> it.toString().contains("dynamodb:")).toList();

        assertThat(statements).hasSize(1);
        assertThat(statements.getFirst().get("Action").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(
                "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan",
                "dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem",
                "dynamodb:BatchWriteItem", "dynamodb:DescribeTable");
        assertThat(statements.getFirst().get("Resource").toString()).contains("Fn::ImportValue", "CartsTable")
                .doesNotContain("*");
        assertThat(DEV.statements("stock", "TaskTaskRole").map(JsonNode::toString))
                .noneMatch(it -> it.contains("dynamodb:"));
    }

    @Test
    void serviceIsToldTheTablesName() {
        assertThat(DEV.value("orders", "CARTS_TABLE").orElseThrow().toString())
                .contains("Fn::ImportValue", "CartsTable");
    }

    /** Without it tasks reach DynamoDB through a NAT gateway, which is paid for by the GB. */
    @Test
    void networkHasAGatewayEndpointWhereATableIsDeclared() {
        assertThat(gateways(DEV)).hasSize(2).anyMatch(name -> name.contains(".dynamodb"))
                .anyMatch(name -> name.contains(".s3"));
        assertThat(gateways(Assembly.of("dev"))).hasSize(1).allMatch(name -> name.contains(".s3"));
    }

    private static List<String> gateways(Assembly assembly) {
        return assembly.all("base", "AWS::EC2::VPCEndpoint").stream().map(it -> it.get("ServiceName").toString())
                .toList();
    }

    @Test
    void throttlingForFiveMinutesIsATicket() {
        Assembly full = SERVICES.assembly("staging", "image: '1'");

        for (String part : List.of("read", "write")) {
            JsonNode alarm = full.alarm("highlands-staging-saturation-carts-%s-throttles".formatted(part));
            assertThat(alarm.get("Threshold").asInt()).isEqualTo(1);
            assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(5);
            assertThat(alarm.get("TreatMissingData").asString("")).isEqualTo("notBreaching");
            assertThat(alarm.toString()).contains("AWS/DynamoDB", "TableName").doesNotContain("Operation\"");
        }
        assertThat(full.all("observability", "AWS::CloudWatch::CompositeAlarm").toString())
                .contains("highlands-staging-saturation-carts", "DynamoDB throttles requests to the table carts");
    }

    /** Requests, their errors and their latency are published by table and operation alone. */
    @Test
    void dashboardAsksForEachMetricWithTheDimensionsThatItIsPublishedWith() {
        String dashboards = DEV.all("observability", "AWS::CloudWatch::Dashboard").toString();

        assertThat(dashboards).contains("DynamoDB table carts");
        for (String metric : Set.of("ReadThrottleEvents", "WriteThrottleEvents", "ConsumedReadCapacityUnits",
                "ConsumedWriteCapacityUnits")) {
            assertThat(dashboards).containsPattern(quoted("AWS/DynamoDB", metric, "TableName") + "[^\\]]*CartsTable");
        }
        for (String metric : Set.of("ThrottledRequests", "SystemErrors", "SuccessfulRequestLatency")) {
            assertThat(dashboards).containsPattern(metric + "[^\\[]*Operation[^\\[]*GetItem");
        }
    }

    private static String quoted(String... words) {
        return String.join("[^A-Za-z]+", words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { type: dynamodb }                                   | carts.partitionKey: found nothing; allowed: the name of an attribute
            { type: dynamodb, partitionKey: id text }            | carts.partitionKey: found id text; allowed: the name of an attribute
            { type: dynamodb, partitionKey: id, sortKey: 7 }     | carts.sortKey: found 7; allowed: the name of an attribute
            { type: dynamodb, partitionKey: id, sortKey: id number } | carts.sortKey: found id; allowed: another attribute
            { type: dynamodb, partitionKey: id, maxAge: 2m }     | carts.maxAge: found an unknown key
            """)
    void tableThatCannotBeMadeIsOneLine(String wrong, String message) {
        assertThatThrownBy(
                () -> SERVICES.with("{ type: dynamodb, partitionKey: customer, sortKey: added number }", wrong)
                        .load())
                .isInstanceOf(InvalidInput.class).hasMessageNotContaining("\n").hasMessageContaining(message);
    }

    /** Of AWS's SDKs, and of the platform. */
    @ParameterizedTest
    @CsvSource({"aws-endpoint, AWS_ENDPOINT_TABLE", "highlands-dev, HIGHLANDS_DEV_TABLE", "ecs-data, ECS_DATA_TABLE"})
    void nameThatSetsAVariableOfThePlatformIsOneLine(String name, String variable) {
        assertThatThrownBy(() -> SERVICES.with("carts:", name + ":").load()).isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "resources.%1$s: found %1$s, which sets %2$s; allowed: another name".formatted(name,
                                variable));
    }

}
