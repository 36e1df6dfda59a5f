// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.StackOutput;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.Inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What variables supply for declared resources. Sources: PostgreSQL's documentation, "Connection URIs" (form, default port,
 * percent encoding); CloudFormation User Guide, AWS::RDS::DBCluster and AWS::SecretsManager::SecretTargetAttachment (return
 * values).
 */
class StandInsTest {

    private static final String URL = "HIGHLANDS_ORDERS_DB_URL";
    private static final String QUEUE = "HIGHLANDS_ORDER_EVENTS_QUEUE_URL";
    private static final String QUEUE_URL = "http://127.0.0.1:9324/000000000000/order-events";
    private static final String TEMPLATE = """
            {"Resources": {
              "Db": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-postgresql", "DatabaseName": "orders_db"},
                "Metadata": {"highlands:resource": {"service": "orders", "name": "orders-db", "type": "postgresql"}}},
              "Password": {"Type": "AWS::SecretsManager::Secret",
                "Metadata": {"highlands:resource": {"service": "orders", "name": "orders-db", "type": "postgresql"}}},
              "Queue": {"Type": "AWS::SQS::Queue",
                "Metadata": {"highlands:resource": {"service": "orders", "name": "order-events", "type": "sqs"}}}},
             "Outputs": {
              "Url": {"Value": {"Fn::Join": ["", ["jdbc:postgresql://", {"Fn::GetAtt": ["Db", "Endpoint.Address"]}, ":",
                {"Fn::GetAtt": ["Db", "Endpoint.Port"]}, "/orders_db"]]}},
              "QueueUrl": {"Value": {"Ref": "Queue"}}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void assembly() throws IOException {
        ResourcesAssembly.write(folder, "unknown-account", TEMPLATE);
    }

    @Test
    void templatesTakeHostAndPortFromTheUrl() {
        var stack = read(Map.of(URL, "postgresql://me:a%40b@db.example:5433/orders_db", QUEUE, QUEUE_URL));

        assertThat(stack).containsEntry("Url", "jdbc:postgresql://db.example:5433/orders_db").containsEntry("QueueUrl",
                QUEUE_URL);
    }

    @Test
    void portIsPostgreSqlsOwnWhereTheUrlHasNone() {
        assertThat(read(Map.of(URL, "postgres://me:pw@127.0.0.1/orders_db", QUEUE, QUEUE_URL))).containsEntry("Url",
                "jdbc:postgresql://127.0.0.1:5432/orders_db");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders_db                                | found a value of another form; allowed: postgresql://user:password@host:port/orders_db
            postgresql://me@127.0.0.1/orders_db      | found a value of another form
            mysql://me:secret@127.0.0.1/orders_db    | found a value of another form
            postgresql://me:secret@127.0.0.1/other   | found the database other; allowed: orders_db
            postgresql://me:50%secret@127.0.0.1/orders_db | found a value of another form; allowed: postgresql://user:password@host:port/orders_db, with %25 for a %
            postgresql://me:secret@127.0.0.1/orders_db?sslmode=require | found a value of another form
            """)
    void wrongUrlIsOneLineWithoutThePassword(String url, String message) {
        assertThatThrownBy(() -> read(Map.of(URL, url, QUEUE, QUEUE_URL))).isInstanceOf(ControlException.class)
                .hasMessageContainingAll("services.orders.resources.orders-db (postgresql): " + URL, message)
                .hasMessageNotContaining("secret").hasMessageNotContaining("\n");
    }

    @Test
    void resourceThatNothingStandsForIsOneLineWithItsVariable() {
        assertThatThrownBy(() -> read(Map.of(URL, "postgresql://me:pw@127.0.0.1/orders_db")))
                .isInstanceOf(ControlException.class)
                .hasMessage("services.orders.resources.order-events (sqs): found no "
                        + "variable " + QUEUE + "; allowed: " + QUEUE
                        + "=URL of a queue, as nothing here stands for one");
        assertThatThrownBy(() -> read(Map.of(URL, "postgresql://me:pw@127.0.0.1/orders_db", QUEUE, "events")))
                .isInstanceOf(ControlException.class).hasMessageContaining(QUEUE + ": found events; allowed: the URL");
    }

    @Test
    void folderWithoutPostgreSqlIsRefused() {
        assertThatThrownBy(() -> read(Map.of(QUEUE, QUEUE_URL, LocalPostgreSql.HOME, folder.toString())))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("HIGHLANDS_POSTGRESQL_HOME: found " + folder + ", without initdb and postgres");
    }

    @Test
    void laterCommandsVariableComesFirstAndStays() {
        Map<String, String> changed = Map.of(QUEUE, QUEUE_URL + "-2");
        try (StandIns standIns = new StandIns(folder.resolve("resources"),
                Map.of(URL, "postgresql://me:pw@127.0.0.1/orders_db", QUEUE, QUEUE_URL))) {
            assertThat(standIns.differ(Map.of())).isFalse();
            assertThat(standIns.differ(changed)).isTrue();
            assertThat(read(standIns, changed)).containsEntry("QueueUrl", QUEUE_URL + "-2");
            assertThat(read(standIns, Map.of())).as("a change that failed").containsEntry("QueueUrl", QUEUE_URL);

            standIns.take(changed);

            assertThat(standIns.differ(changed)).isFalse();
            assertThat(read(standIns, Map.of())).containsEntry("QueueUrl", QUEUE_URL + "-2");
        }
    }

    @Test
    void onlyVariablesThatSupplyResourcesAreOfACommand() {
        assertThat(SuppliedVariables.of(Map.of(URL, "a", QUEUE, "b", LocalPostgreSql.HOME, "c", "HIGHLANDS_ENV", "d",
                "SPRING_DATASOURCE_URL", "e"))).containsOnlyKeys(URL, QUEUE, LocalPostgreSql.HOME);
    }

    /** AWS SDKs and Tools Reference Guide, "Service-specific endpoints": one address of SQS in a process. */
    @Test
    void oneVariableOfTwoResourcesSuppliesNeither() throws IOException {
        ResourcesAssembly.write(folder, "000000000000", """
                {"Resources": {
                  "Table": {"Type": "AWS::DynamoDB::Table",
                    "Metadata": {"highlands:resource": {"service": "orders", "name": "carts", "type": "dynamodb"}}},
                  "Cluster": {"Type": "AWS::RDS::DBCluster",
                    "Metadata": {"highlands:resource": {"service": "stock", "name": "carts-table",
                      "type": "postgresql"}}}}}
                """);
        StandIns standIns = new StandIns(folder, Map.of("HIGHLANDS_CARTS_TABLE_URL", "http://127.0.0.1:8000/carts"));

        assertThatThrownBy(() -> standIns.values(folder, folder.resolve("none"), Map.of()))
                .isInstanceOf(ControlException.class)
                .hasMessage("services.stock.resources.carts-table (postgresql): HIGHLANDS_CARTS_TABLE_URL: found for "
                        + "carts of orders too; allowed: names in services.yaml whose variables differ");
    }

    @Test
    void queuesOfAServiceAtTwoAddressesAreOneLine() throws IOException {
        Files.writeString(folder.resolve("resources.template.json"), TEMPLATE.replace("\"Queue\": {", """
                "Bills": {"Type": "AWS::SQS::Queue",
                  "Metadata": {"highlands:resource": {"service": "orders", "name": "bills", "type": "sqs"}}},
                "Queue": {"""));
        String database = "postgresql://me:pw@127.0.0.1/orders_db";

        assertThatThrownBy(() -> read(Map.of(URL, database, QUEUE, QUEUE_URL, "HIGHLANDS_BILLS_QUEUE_URL",
                "http://127.0.0.1:4100/0/bills"))).isInstanceOf(ControlException.class).hasMessageNotContaining("\n")
                .hasMessageContainingAll("services.orders.resources.", "found http://127.0.0.1:",
                        "at one address");
        assertThat(read(Map.of(URL, database, QUEUE, QUEUE_URL, "HIGHLANDS_BILLS_QUEUE_URL",
                "http://127.0.0.1:9324/0/bills"))).containsEntry("QueueUrl", QUEUE_URL);
    }

    private Map<String, String> read(Map<String, String> variables) {
        try (StandIns standIns = new StandIns(folder.resolve("resources"), variables)) {
            return read(standIns, Map.of());
        }
    }

    private Map<String, String> read(StandIns standIns, Map<String, String> changed) {
        var values = standIns.values(folder, folder.resolve("none.json"), changed);
        return new Inventory(CloudAssembly.read(folder), values).stacks().all().getFirst().outputs().stream()
                .collect(Collectors.toMap(StackOutput::key, StackOutput::value));
    }
}
