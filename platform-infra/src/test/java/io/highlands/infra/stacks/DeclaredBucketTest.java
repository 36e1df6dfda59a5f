// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Buckets that services declare. Sources: S3 User Guide, "Security best practices for Amazon S3", "Metrics and dimensions",
 * "CloudWatch metrics configurations" and "Aborting incomplete multipart uploads"; CloudWatch User Guide, "Recommended
 * alarms", Amazon S3; CloudFormation User Guide, AWS::S3::Bucket ("You can only delete empty buckets").
 */
class DeclaredBucketTest {

    private static final ServicesText SERVICES = ServicesText.ordersWith("invoices: { type: s3 }");
    private static final Assembly DEV = SERVICES.assembly("dev", "image: '1'");
    private static final Assembly KEPT = SERVICES.assembly("staging", "image: '1'\nkeepData: true");
    private static final String PART = "resources";

    @Test
    void bucketIsPrivateEncryptedAndTakesNoPlainHttp() {
        JsonNode bucket = DEV.only(PART, "AWS::S3::Bucket");

        assertThat(bucket.get("PublicAccessBlockConfiguration").valueStream().toList()).hasSize(4)
                .allMatch(JsonNode::asBoolean);
        assertThat(bucket.get("BucketEncryption").toString()).contains("\"SSEAlgorithm\":\"AES256\"");
        assertThat(DEV.only(PART, "AWS::S3::BucketPolicy").toString()).contains("\"Effect\":\"Deny\"",
                "\"aws:SecureTransport\":\"false\"");
        assertThat(bucket.get("LifecycleConfiguration").toString()).contains("\"DaysAfterInitiation\":7");
    }

    @Test
    void withKeepDataWhatIsOverwrittenOrDeletedCanBeBroughtBackForThirtyDays() {
        JsonNode bucket = KEPT.only(PART, "AWS::S3::Bucket");

        assertThat(bucket.at("/VersioningConfiguration/Status").asString()).isEqualTo("Enabled");
        assertThat(bucket.get("LifecycleConfiguration").toString()).contains("\"NoncurrentDays\":30");
        assertThat(DEV.only(PART, "AWS::S3::Bucket").has("VersioningConfiguration")).isFalse();
    }

    /** One that holds something cannot be deleted; one of a failed first deployment is empty. */
    @Test
    void bucketAlwaysOutlivesItsStackWithItsPolicy() {
        assertThat(Stream.of(DEV, KEPT).flatMap(it -> it.template(PART).get("Resources").valueStream())).hasSize(4)
                .allSatisfy(resource -> {
                    assertThat(resource.get("DeletionPolicy").asString()).isEqualTo("RetainExceptOnCreate");
                    assertThat(resource.get("UpdateReplacePolicy").asString()).isEqualTo("Retain");
                });
    }

    @Test
    void serviceMayListReadWriteAndDeleteObjectsOfItsBucketAndNothingElse() {
        List<JsonNode> statements = DEV.statements("orders", "TaskTaskRole").filter(it -> it.toString().contains("s3:"))
                .toList();

        assertThat(statements).hasSize(2);
        assertThat(statements.getFirst().get("Action").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(
                "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload");
        assertThat(statements.getFirst().get("Resource").toString()).contains("Fn::ImportValue", "InvoicesBucket",
                "\"/*\"");
        assertThat(statements.getLast().get("Action").asString()).isEqualTo("s3:ListBucket");
        assertThat(statements.getLast().get("Resource").toString()).contains("Fn::ImportValue", "InvoicesBucket")
                .doesNotContain("*");
        assertThat(DEV.statements("stock", "TaskTaskRole").map(JsonNode::toString)).noneMatch(it -> it.contains("s3:"));
    }

    @Test
    void serviceIsToldTheBucketsName() {
        assertThat(DEV.value("orders", "INVOICES_BUCKET").orElseThrow().toString())
                .contains("Fn::ImportValue", "InvoicesBucket");
    }

    /** Metrics of requests are published for metrics configurations alone, with the id of one as FilterId. */
    @Test
    void metricsOfRequestsAreAskedForByTheConfigurationThatTheBucketHas() {
        String filter = DEV.only(PART, "AWS::S3::Bucket").at("/MetricsConfigurations/0/Id").asString();
        String dashboards = DEV.all("observability", "AWS::CloudWatch::Dashboard").toString();

        assertThat(filter).isEqualTo("EntireBucket");
        assertThat(dashboards).contains("Bucket invoices");
        for (String metric : Set.of("5xxErrors", "4xxErrors", "AllRequests", "FirstByteLatency",
                "TotalRequestLatency")) {
            assertThat(dashboards).containsPattern(metric + "[^\\[]*FilterId[^A-Za-z]*" + filter);
        }
    }

    @Test
    void fivePercentOfRequestsThatS3FailsForFifteenMinutesAreATicket() {
        Assembly full = SERVICES.assembly("staging", "image: '1'");
        JsonNode alarm = full.alarm("highlands-staging-saturation-invoices-errors");

        assertThat(alarm.get("Threshold").asDouble()).isEqualTo(0.05);
        assertThat(alarm.get("EvaluationPeriods").asInt()).isEqualTo(15);
        assertThat(alarm.toString()).contains("AWS/S3", "5xxErrors", "Average", "FilterId", "BucketName");
        assertThat(full.all("observability", "AWS::CloudWatch::CompositeAlarm").toString()).contains(
                "S3 fails at least one in twenty requests to the bucket invoices");
    }

    @Test
    void bucketHasNoOptions() {
        assertThatThrownBy(() -> SERVICES.with("{ type: s3 }", "{ type: s3, public: true }").load())
                .isInstanceOf(InvalidInput.class).hasMessageNotContaining("\n")
                .hasMessageContaining("resources.invoices.public: found an unknown key; allowed: type");
    }

}
