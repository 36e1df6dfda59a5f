// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The AWS SDK for Java, which speaks Smithy RPC v2 CBOR. */
final class JavaClient implements Client, AutoCloseable {

    private static final Dimension SERVICE = Dimension.builder().name("Service").value("service-a").build();

    private final CloudWatchClient client;

    JavaClient(int port) {
        client = CloudWatchClient.builder().endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1).credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("any", "any")))
                .build();
    }

    @Override
    public void put(String namespace, String metric, String minute) {
        client.putMetricData(request -> request.namespace(namespace).metricData(datum(metric, minute)));
    }

    /** A thousand data at once, which the SDK sends gzipped. */
    void putThousand(String minute) {
        client.putMetricData(request -> request.namespace("Clients").metricData(IntStream.range(0, 1000)
                .mapToObj(number -> datum("thousand", minute).toBuilder().metricName("thousand_" + number % 10)
                        .values(1.0 * number).counts(1.0).build())
                .toList()));
    }

    private static MetricDatum datum(String metric, String minute) {
        return MetricDatum.builder().metricName(metric).unit(StandardUnit.MILLISECONDS).dimensions(SERVICE)
                .timestamp(Instant.parse(minute))
                .values(IntStream.rangeClosed(1, 100).mapToObj(value -> (double) value).toList())
                .counts(IntStream.rangeClosed(1, 100).mapToObj(value -> 1.0).toList()).build();
    }

    @Override
    public Map<String, Double> get(List<String> metrics, List<String> statistics, String minute) {
        List<MetricDataQuery> queries = new ArrayList<>();
        metrics.forEach(metric -> statistics.forEach(statistic -> queries.add(MetricDataQuery.builder()
                .id(Documents.id(metric, statistic)).metricStat(stat -> stat.period(60).stat(statistic)
                        .metric(name -> name.namespace("Clients").metricName(metric).dimensions(SERVICE)))
                .build())));
        Instant start = Instant.parse(minute);
        Map<String, Double> values = new LinkedHashMap<>();
        client.getMetricData(request -> request.startTime(start).endTime(start.plusSeconds(60))
                .metricDataQueries(queries)).metricDataResults()
                .forEach(result -> values.put(result.id(), result.values().getFirst()));
        return values;
    }

    @Override
    public Failure failing(String call, String minute) {
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, () -> {
            if (call.equals("put")) {
                put("AWS/ECS", "any", minute);
            } else {
                client.getDashboard(request -> request.dashboardName("gone"));
            }
        });
        return new Failure(error.awsErrorDetails().errorCode(), error.statusCode(),
                error.awsErrorDetails().errorMessage());
    }

    @Override
    public void close() {
        client.close();
    }
}
