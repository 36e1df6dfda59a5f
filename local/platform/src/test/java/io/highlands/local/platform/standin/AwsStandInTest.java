// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
 * URLs of what stands for resources of AWS. Sources: AWS SDKs and Tools Reference Guide, "Service-specific endpoints" and
 * "Identifiers for service-specific endpoints" (names of the variables); DynamoDB Developer Guide, "Naming rules"; S3
 * User Guide, "General purpose bucket naming rules";
 * CloudFormation User Guide, return values of each type.
 */
class AwsStandInTest {

    private static final String TEMPLATE = """
            {"Resources": {
              "Queue": {"Type": "AWS::SQS::Queue",
                "Metadata": {"highlands:resource": {"service": "orders", "name": "events", "type": "sqs"}}},
              "Table": {"Type": "AWS::DynamoDB::Table",
                "Metadata": {"highlands:resource": {"service": "orders", "name": "carts", "type": "dynamodb"}}},
              "Bucket": {"Type": "AWS::S3::Bucket",
                "Metadata": {"highlands:resource": {"service": "stock", "name": "labels", "type": "s3"}}},
              "Logs": {"Type": "AWS::S3::Bucket"},
              "Other": {"Type": "AWS::DynamoDB::Table",
                "Metadata": {"highlands:resource": {"service": "stock", "name": "shelves", "type": "dynamodb"}}}},
             "Outputs": {
              "Queue": {"Value": {"Ref": "Queue"}},
              "Table": {"Value": {"Ref": "Table"}}, "TableArn": {"Value": {"Fn::GetAtt": ["Table", "Arn"]}},
              "Bucket": {"Value": {"Ref": "Bucket"}}, "Logs": {"Value": {"Ref": "Logs"}}}}
            """;
    private static final Map<String, String> ALL = Map.of(
            "HIGHLANDS_EVENTS_QUEUE_URL", "http://127.0.0.1:9324/000000000000/events",
            "HIGHLANDS_CARTS_TABLE_URL", "http://127.0.0.1:8000/carts.v2",
            "HIGHLANDS_SHELVES_TABLE_URL", "http://127.0.0.1:8001/shelves",
            "HIGHLANDS_LABELS_BUCKET_URL", "http://127.0.0.1:9090/labels");

    @TempDir
    private Path folder;

    @BeforeEach
    void assembly() throws IOException {
        ResourcesAssembly.write(folder, "000000000000", TEMPLATE);
    }

    @Test
    void templatesTakeTheNameFromTheUrl() {
        assertThat(outputs(read(ALL))).containsEntry("Queue", "http://127.0.0.1:9324/000000000000/events")
                .containsEntry("Table", "carts.v2")
                .containsEntry("TableArn", "arn:aws:dynamodb:eu-west-1:000000000000:table/carts.v2")
                .containsEntry("Bucket", "labels");
        assertThat(outputs(read(ALL)).get("Logs")).as("one that no service declares").matches(
                "highlands-local-resources-logs-[0-9a-f]{12}");
    }

    @Test
    void sdksOfEachServiceCallTheAddressesOfItsUrls() {
        var resource = read(ALL).all("AWS::DynamoDB::Table").getFirst();

        assertThat(resource.endpoints("orders")).isEqualTo(Map.of("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000"));
        assertThat(resource.endpoints("stock")).isEqualTo(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8001",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9090"));
        assertThat(resource.endpoints("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HIGHLANDS_CARTS_TABLE_URL | http://127.0.0.1:8000      | services.orders.resources.carts (dynamodb): HIGHLANDS_CARTS_TABLE_URL: found http://127.0.0.1:8000; allowed: the URL of a table, such as http://127.0.0.1:8000/carts
            HIGHLANDS_CARTS_TABLE_URL | postgresql://me:secret@db/carts | found postgresql://...@db/carts; allowed: the URL of a table
            HIGHLANDS_CARTS_TABLE_URL | http://127.0.0.1:8000/a/b  | found http://127.0.0.1:8000/a/b; allowed: the URL of a table
            HIGHLANDS_CARTS_TABLE_URL | http://127.0.0.1:8000/ab   | found http://127.0.0.1:8000/ab; allowed: the URL of a table
            HIGHLANDS_CARTS_TABLE_URL | ''                         | services.orders.resources.carts (dynamodb): found no variable HIGHLANDS_CARTS_TABLE_URL; allowed: HIGHLANDS_CARTS_TABLE_URL=URL of a table
            HIGHLANDS_LABELS_BUCKET_URL | http://127.0.0.1:9090/Labels | services.stock.resources.labels (s3): HIGHLANDS_LABELS_BUCKET_URL: found http://127.0.0.1:9090/Labels; allowed: the URL of a bucket, such as http://127.0.0.1:9090/labels
            """)
    void whatNamesNoResourceIsOneLine(String variable, String text, String message) {
        Map<String, String> wrong = new HashMap<>(ALL);
        wrong.put(variable, text);

        assertThatThrownBy(() -> read(wrong)).isInstanceOf(ControlException.class).hasMessageNotContaining("\n")
                .hasMessageContaining(message);
    }

    @Test
    void typeThatNothingHereStandsForIsOneLineWithThoseThatSomethingDoes() throws IOException {
        Files.writeString(folder.resolve("resources.template.json"), TEMPLATE.replace("\"type\": \"sqs\"",
                "\"type\": \"kafka\""));

        assertThatThrownBy(() -> read(ALL)).isInstanceOf(ControlException.class).hasMessageStartingWith(
                "services.orders.resources.events (kafka): nothing on this machine stands for this type; allowed: "
                        + "postgresql, sqs, dynamodb, s3, secret");
    }

    private Inventory read(Map<String, String> variables) {
        try (StandIns standIns = new StandIns(folder.resolve("resources"), variables)) {
            return new Inventory(CloudAssembly.read(folder),
                    standIns.values(folder, folder.resolve("none.json"), Map.of()));
        }
    }

    private static Map<String, String> outputs(Inventory inventory) {
        return inventory.stacks().all().getFirst().outputs().stream()
                .collect(Collectors.toMap(StackOutput::key, StackOutput::value));
    }
}
