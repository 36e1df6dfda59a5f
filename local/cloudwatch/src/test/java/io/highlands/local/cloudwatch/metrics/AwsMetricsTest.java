// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import org.junit.jupiter.api.Test;

import io.highlands.local.store.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwsMetricsTest {

    @Test
    void everyMetricHasAUnitOfCloudWatchAndDimensions() {
        assertThat(AwsMetrics.all()).hasSizeGreaterThan(40).allSatisfy(metric -> {
            assertThat(Unit.exists(metric.unit())).as(metric.toString()).isTrue();
            assertThat(metric.dimensions()).isNotEmpty().allSatisfy(set -> assertThat(set).isNotEmpty());
        });
    }

    @Test
    void whatNoPageListsIsNotPublished() {
        assertThatThrownBy(() -> AwsMetrics.documented("AWS/ECS", "RetryCount"))
                .hasMessage("no page of AWS lists RetryCount of AWS/ECS");
    }
}
