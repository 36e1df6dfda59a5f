// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Requests of GetMetricData that would take the process's memory, time or stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html">ValidationError</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">500 queries</a>
 */
@Timeout(60)
class HostileMathTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    private Path folder;

    private TelemetryStore store;
    private MetricService metrics;

    @BeforeEach
    void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        metrics = new MetricService(store.metrics(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void arraysThatDoubleAreAValidationError() {
        List<MetricDataQuery> queries = new ArrayList<>();
        queries.add(MetricDataQuery.of("e0", "TIME_SERIES(1)"));
        for (int i = 1; i <= 30; i++) {
            queries.add(MetricDataQuery.of("e" + i, "[e" + (i - 1) + ",e" + (i - 1) + "]"));
        }

        assertThatThrownBy(() -> data(queries)).isInstanceOfSatisfying(CloudWatchException.class,
                refused -> assertThat(refused.code()).isEqualTo("ValidationError"))
                .hasMessageContaining("at most 500 time series");
    }

    @Test
    void fiveHundredExpressionsThatUseEachOtherInARowAreAnswered() {
        List<MetricDataQuery> queries = new ArrayList<>();
        queries.add(MetricDataQuery.of("e0", "TIME_SERIES(1)"));
        for (int i = 1; i < 500; i++) {
            queries.add(MetricDataQuery.of("e" + i, "e" + (i - 1) + "+1"));
        }

        assertThat(data(queries).results()).hasSize(500);
    }

    private MetricDataPage data(List<MetricDataQuery> queries) {
        return metrics.data(new MetricDataRequest(queries, NOW.minusSeconds(3_600), NOW, false, OptionalInt.empty(),
                Optional.empty()));
    }
}
