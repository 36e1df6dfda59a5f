// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Databases and queues that services declare. Sources: Spring Boot Reference, "Data: SQL Databases" (names of the
 * variables) and the PostgreSQL JDBC driver's documentation (form of the URL); Aurora User Guide, "Aurora Serverless v2";
 * SQS Developer Guide, "Using dead-letter queues" and "Enforce encryption of data in transit"; Security Pillar of AWS's
 * Well-Architected Framework, SEC03-BP02 "Grant least privilege access".
 */
class ServiceResourcesTest {

    private static final ServicesText SERVICES = new ServicesText("""
            services:
              orders:
                port: 8080
                timeout: 10s
                calls: { stock: {} }
                public:
                  /orders: { calls: { stock: {} } }
                resources:
                  orders-db: { type: postgresql }
                  order-events: { type: sqs, maxAge: 5m }
              stock:
                port: 8081
                timeout: 8s
                routes: [/stock]
            """);
    private static final Assembly DEV = SERVICES.assembly("dev", "image: '1'");
    private static final String PART = "resources";

    @Test
    void databaseHasSpringBootsVariablesAndThoseOfItsName() {
        assertThat(variables("orders", "Environment")).contains("SPRING_DATASOURCE_URL", "ORDERS_DB_URL",
                "ORDER_EVENTS_QUEUE_URL");
        assertThat(variables("orders", "Secrets")).containsExactlyInAnyOrder("SPRING_DATASOURCE_USERNAME",
                "SPRING_DATASOURCE_PASSWORD", "ORDERS_DB_USERNAME", "ORDERS_DB_PASSWORD");
        assertThat(value("ORDERS_DB_URL").at("/Fn::Join/1").valueStream().map(part -> part.asString("…")).toList())
                .startsWith("jdbc:postgresql://").endsWith("/orders_db");
        assertThat(variables("stock", "Secrets")).isEmpty();
    }

    @Test
    void twoDatabasesOfAServiceHaveTheirOwnVariablesOnly() {
        Assembly two = SERVICES.with("order-events: { type: sqs, maxAge: 5m }", "archive: { type: postgresql }")
                .assembly("dev", "image: '1'");

        assertThat(names(two, "orders", "Secrets")).containsExactlyInAnyOrder("ORDERS_DB_USERNAME",
                "ORDERS_DB_PASSWORD", "ARCHIVE_USERNAME", "ARCHIVE_PASSWORD");
    }

    @Test
    void databaseIsEncryptedPrivateAndBackedUp() {
        JsonNode cluster = DEV.only(PART, "AWS::RDS::DBCluster");

        assertThat(cluster.get("StorageEncrypted").asBoolean()).isTrue();
        assertThat(cluster.get("BackupRetentionPeriod").asInt()).isGreaterThanOrEqualTo(7);
        assertThat(cluster.at("/ServerlessV2ScalingConfiguration/MaxCapacity").asInt()).isEqualTo(4);
        assertThat(DEV.all(PART, "AWS::RDS::DBInstance")).isNotEmpty().allSatisfy(
                instance -> assertThat(instance.get("PubliclyAccessible").asBoolean()).isFalse());
    }

    /** Aurora User Guide, "High availability for Amazon Aurora": a reader in another Availability Zone takes over. */
    @Test
    void withKeepDataADatabaseIsProtectedAndHasASecondInstance() {
        Assembly kept = SERVICES.assembly("staging", "image: '1'\nkeepData: true");

        assertThat(kept.all(PART, "AWS::RDS::DBInstance")).hasSize(2);
        assertThat(kept.only(PART, "AWS::RDS::DBCluster").get("DeletionProtection").asBoolean()).isTrue();
    }

    /**
     * A subnet group or security group that a kept cluster uses cannot be deleted (RDS API Reference, DeleteDBSubnetGroup,
     * InvalidDBSubnetGroupStateFault; EC2 API Reference, DeleteSecurityGroup, DependencyViolation); without its instances
     * and its password a cluster serves nobody. A rule that stays would keep the service's own group from going.
     */
    @Test
    void withKeepDataEverythingOfTheStackStaysButRulesOfTheServicesGroup() {
        Assembly kept = SERVICES.assembly("staging", "image: '1'\nkeepData: true");
        Set<String> rules = Set.of("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress");

        assertThat(kept.template(PART).get("Resources").valueStream()).hasSizeGreaterThan(10).allSatisfy(resource -> {
            boolean stays = !rules.contains(resource.get("Type").asString());
            assertThat(resource.path("DeletionPolicy").asString("")).as(resource.toString())
                    .isEqualTo(stays ? "RetainExceptOnCreate" : "");
            assertThat(resource.path("UpdateReplacePolicy").asString("")).isEqualTo(stays ? "Retain" : "");
        });
    }

    @Test
    void tasksOfTheServiceAloneReachItsDatabase() {
        JsonNode rule = DEV.only(PART, "AWS::EC2::SecurityGroupIngress");

        assertThat(rule.get("FromPort").asInt()).isEqualTo(5432);
        assertThat(rule.get("SourceSecurityGroupId").toString()).contains("OrdersSecurityGroup");
        assertThat(DEV.only(PART, "AWS::EC2::SecurityGroupEgress").get("GroupId").toString())
                .contains("OrdersSecurityGroup");
        assertThat(DEV.only(PART, "AWS::EC2::SecurityGroup").path("SecurityGroupEgress").toString())
                .contains("255.255.255.255/32");
    }

    @Test
    void serviceMayUseItsQueueAndNothingElseOfSqs() {
        List<JsonNode> statements = DEV.statements("orders", "TaskTaskRole").filter(
                statement -> statement.get("Action").toString().contains("sqs:")).toList();

        assertThat(statements).hasSize(1).allSatisfy(statement -> {
            assertThat(statement.get("Action").toString()).doesNotContain("*", "sqs:Purge", "sqs:CreateQueue");
            assertThat(statement.get("Resource").toString()).contains("Fn::ImportValue", "OrderEventsQueue");
        });
        assertThat(DEV.statements("stock", "TaskTaskRole").map(JsonNode::toString))
                .noneMatch(it -> it.contains("sqs:"));
    }

    @Test
    void queueIsEncryptedHasDeadLettersAndTakesNoPlainHttp() {
        assertThat(DEV.all(PART, "AWS::SQS::Queue")).hasSize(2).allSatisfy(
                queue -> assertThat(queue.get("SqsManagedSseEnabled").asBoolean()).isTrue());
        assertThat(DEV.all(PART, "AWS::SQS::Queue").stream().filter(queue -> queue.has("RedrivePolicy"))).hasSize(1);
        assertThat(DEV.all(PART, "AWS::SQS::QueuePolicy")).hasSize(2).allSatisfy(
                policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
    }

    @Test
    void dashboardOfTheServiceHasARowOfEachResource() {
        String dashboards = DEV.all("observability", "AWS::CloudWatch::Dashboard").toString();

        assertThat(dashboards).contains("PostgreSQL orders-db", "Queue order-events", "ACUUtilization",
                "ApproximateAgeOfOldestMessage");
    }

    /**
     * Sources: Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora", ACUUtilization; SQS Developer Guide,
     * "Available CloudWatch metrics for Amazon SQS", ApproximateAgeOfOldestMessage.
     */
    @Test
    void resourceAtItsLimitIsATicket() {
        Assembly full = SERVICES.assembly("staging", "image: '1'");
        String composites = full.all("observability", "AWS::CloudWatch::CompositeAlarm").toString();

        assertThat(composites).contains("highlands-staging-saturation-orders-db",
                "highlands-staging-saturation-order-events", "Messages of the queue order-events wait too long");
        assertThat(threshold(full, "saturation-order-events-age")).isEqualTo(300);
        assertThat(threshold(full, "saturation-order-events-dead-letters")).isEqualTo(1);
        assertThat(threshold(full, "saturation-orders-db-capacity")).isEqualTo(90);
    }

    private static int threshold(Assembly assembly, String name) {
        return assembly.all("observability", "AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.get("AlarmName").asString().endsWith(name)).findFirst().orElseThrow()
                .get("Threshold").asInt();
    }

    @Test
    void withoutResourcesThereIsNoStackOfThem() {
        assertThat(Assembly.of("prod").parts()).doesNotContain(PART);
        assertThat(DEV.dependencies("orders")).contains(PART);
        assertThat(DEV.dependencies("stock")).doesNotContain(PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPRING_DATASOURCE_URL", "ORDERS_DB_URL", "ORDERS_DB_PASSWORD", "ORDER_EVENTS_QUEUE_URL"})
    void variableOfAResourceIsRefusedAsTheServicesOwn(String name) {
        assertThatThrownBy(() -> SERVICES.with("    resources:\n", "    environment: { %s: x }\n    resources:\n"
                .formatted(name)).load()).isInstanceOf(InvalidInput.class).hasMessageContainingAll(
                        "services.orders.environment." + name, "found " + name, "for the resource order");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stock-db: { type: mysql }       | :9:19: services.orders.resources.stock-db.type: found mysql; allowed: postgresql, sqs, dynamodb, s3 or secret
            stock-db:                       | services.orders.resources.stock-db.type: found nothing; allowed: postgresql, sqs, dynamodb, s3 or secret
            stock-db: { type: sqs, database: a } | services.orders.resources.stock-db.database: found an unknown key
            orderevents: { type: sqs }      | found order-events; allowed: another name, as that of orderevents differs in hyphens alone
            Stock: { type: sqs }            | services.orders.resources.Stock: found Stock; allowed: [a-z]
            stock: { type: postgresql }     | services.orders.resources.stock: found stock, whose alarm is saturation-stock; allowed: another name, as the service stock has that alarm too
            spring-datasource: { type: postgresql } | found spring-datasource, which sets SPRING_DATASOURCE_URL
            stock-db: { type: postgresql, maxCapacity: 0 } | resources.stock-db.maxCapacity: found 0; allowed: a whole number from 1 to 256
            stock-db: { type: postgresql, database: a-b } | resources.stock-db.database: found a-b
            stock-db: { type: postgresql, database: _x } | resources.stock-db.database: found _x; allowed: a name of 1 to 63 lower-case letters, digits and underscores, a letter first
            stock-db: { type: postgresql, database: rdsadmin } | resources.stock-db: found stock-db, whose database is rdsadmin; allowed: a key database
            user: { type: postgresql }      | resources.user: found user, whose database is user; allowed: a key database with a name that PostgreSQL does not reserve
            stock-db: { type: sqs, maxAge: 10s } | resources.stock-db.maxAge: found 10s
            """)
    void whatCannotBeMadeIsOneLine(String wrong, String message) {
        assertThatThrownBy(() -> SERVICES.with("orders-db: { type: postgresql }", wrong).load())
                .isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }

    @Test
    void resourcesOfTwoServicesCannotHaveOneName() {
        assertThatThrownBy(() -> SERVICES
                .with("routes: [/stock]", "routes: [/stock]\n    resources: { orders-db: { type: sqs } }")
                .load()).isInstanceOf(InvalidInput.class).hasMessageContaining(
                        "services.stock.resources.orders-db: found orders-db; allowed: a name that no resource of orders has");
    }

    /** PutMetricAlarm and PutCompositeAlarm: a name is unique within the Region, and a second alarm replaces the first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders             | alarm is saturation-orders        | the service orders
            stock-heap         | alarm is saturation-stock-heap    | the service stock
            orders-cpu         | alarm is saturation-orders-cpu    | the service orders
            order-events-age   | alarm is saturation-order-events-age | the resource order-events
            """)
    void nameThatMakesAnAlarmTwiceIsOneLine(String name, String alarm, String owner) {
        assertThatThrownBy(() -> SERVICES.with("maxAge: 5m }", "maxAge: 5m }\n      %s: { type: sqs }".formatted(name))
                .load()).isInstanceOf(InvalidInput.class).hasMessageNotContaining("\n").hasMessageContaining(
                        ":11:7: services.orders.resources.%1$s: found %1$s, whose %2$s; allowed: another name, as %3$s has"
                                .formatted(name, alarm, owner));
    }

    /** RDS API Reference, CreateDBCluster, MasterUsername: a letter first, and no reserved word such as {@code admin}. */
    @Test
    void userOfADatabaseIsNotNamedLikeIt() {
        assertThat(DEV.only(PART, "AWS::SecretsManager::Secret").at("/GenerateSecretString/SecretStringTemplate")
                .asString()).isEqualTo("{\"username\":\"highlands\"}");
    }

    @Test
    void databasesOfTwoServicesCannotHaveOneName() {
        assertThatThrownBy(() -> SERVICES.with("routes: [/stock]",
                "routes: [/stock]\n    resources: { stock-db: { type: postgresql, database: orders_db } }").load())
                .isInstanceOf(InvalidInput.class).hasMessageContaining("services.stock.resources.stock-db: found "
                        + "stock-db, whose database is orders_db; allowed: another database, as the resource orders-db");
    }

    private static JsonNode value(String name) {
        return DEV.value("orders", name).orElseThrow();
    }

    private static Set<String> variables(String service, String kind) {
        return names(DEV, service, kind);
    }

    private static Set<String> names(Assembly assembly, String service, String kind) {
        return assembly.container(service, service).path(kind).valueStream().map(it -> it.get("Name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
