// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;

import software.amazon.awscdk.services.cloudwatch.IMetric;

/** Something that can be drawn or alarmed on. */
public sealed interface Measure permits MetricStat, Formula {

    /** What it is called on a dashboard and in an alarm. */
    String label();

    /** The same under another name. */
    Measure labelled(String label);

    /** The same, gathered over periods of that length, a multiple of 60 s. */
    Measure over(Duration period);

    /** As the CDK's alarms take it. */
    IMetric metric();
}
