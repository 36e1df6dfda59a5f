// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.BucketMetrics;
import software.amazon.awscdk.services.s3.LifecycleRule;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.dashboards.cloudwatch.ResourceGraph;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Limit;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Line;
import io.highlands.infra.topology.AllowStatement;
import io.highlands.infra.yaml.Section;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ResourceMetrics;

/** An S3 bucket whose objects its service lists, reads, writes and deletes, with the metrics of its requests. */
record S3Bucket() implements ServiceResource {

    static final String WORD = "s3";

    /** The metrics configuration that covers every object, as the console of S3 names it. */
    private static final String FILTER = "EntireBucket";
    private static final String ERRORS_PART = "errors";
    /** CloudWatch User Guide, "Recommended alarms", 5xxErrors: 5 % of the requests or more in each of 15 minutes. */
    private static final double ERRORS = 0.05;
    private static final int MINUTES = 15;
    /** Parts of an upload that nobody completed cost as objects do, and no list shows them. */
    private static final int UPLOAD_DAYS = 7;
    /** How long what was overwritten or deleted can be brought back. */
    private static final int VERSION_DAYS = 30;
    private static final List<String> OBJECT_ACTIONS = List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject",
            "s3:AbortMultipartUpload");
    /** Without it S3 responds 403 in place of 404 to a request for an object that is not there (GetObject). */
    private static final List<String> BUCKET_ACTIONS = List.of("s3:ListBucket");

    /** Reads the options, of which there are none. */
    static ServiceResource read(Section section) {
        return new S3Bucket();
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> variables(String prefix, boolean only) {
        return List.of(prefix + "_BUCKET");
    }

    @Override
    public List<String> alarmParts() {
        return List.of(ERRORS_PART);
    }

    @Override
    public ProvisionedResource provision(ResourceScope scope) {
        var bucket = Bucket.Builder.create(scope.stack(), scope.id("Bucket")).encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true).blockPublicAccess(BlockPublicAccess.BLOCK_ALL).versioned(scope.keepData())
                .metrics(List.of(BucketMetrics.builder().id(FILTER).build()))
                .lifecycleRules(List.of(lifecycle())).build();
        scope.mark(bucket);
        scope.keepAlways(bucket);
        return new ProvisionedResource(Map.of(scope.prefix() + "_BUCKET", bucket.getBucketName()), Map.of(),
                List.of(new AllowStatement(OBJECT_ACTIONS, List.of(bucket.arnForObjects("*"))),
                        new AllowStatement(BUCKET_ACTIONS, List.of(bucket.getBucketArn()))),
                Optional.of(monitored(scope.name(), bucket.getBucketName())));
    }

    /** Also where there are no versions: those that keepData has left before it was off go too. */
    private static LifecycleRule lifecycle() {
        return LifecycleRule.builder().abortIncompleteMultipartUploadAfter(Duration.days(UPLOAD_DAYS))
                .noncurrentVersionExpiration(Duration.days(VERSION_DAYS)).expiredObjectDeleteMarker(true).build();
    }

    private static MonitoredResource monitored(String name, String bucket) {
        return new MonitoredResource(name, "Bucket",
                "Errors of S3 itself are 5xx, and SDKs repeat those requests. 403 and 404 are 4xx.",
                "S3 fails at least one in twenty requests to the bucket " + name, List.of(
                        new ResourceGraph("5xx errors of each request",
                                line("of each request", ResourceMetrics.BUCKET_5XX, bucket, "Average"))
                                .with(new Limit(ERRORS_PART, ERRORS, MINUTES)),
                        new ResourceGraph("4xx errors", line("4xx", ResourceMetrics.BUCKET_4XX, bucket, "Sum")),
                        new ResourceGraph("Requests", line("all", ResourceMetrics.BUCKET_REQUESTS, bucket, "Sum")),
                        new ResourceGraph("Latency",
                                line("first byte", ResourceMetrics.FIRST_BYTE_LATENCY, bucket, "Average"),
                                line("complete", ResourceMetrics.BUCKET_LATENCY, bucket, "Average"))));
    }

    private static Line line(String label, Metric metric, String bucket, String statistic) {
        return new Line(label, metric.with(Dimension.BUCKET_NAME, bucket, Dimension.FILTER_ID, FILTER), statistic);
    }
}
