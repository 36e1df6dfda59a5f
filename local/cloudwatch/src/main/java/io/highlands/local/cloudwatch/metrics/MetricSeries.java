// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.List;

import io.highlands.cloudwatch.model.series.TimeSeries;

/**
 * One series as panels draw it.
 *
 * @param id of the query; several series have it when an expression returns an array
 * @param label what the series is called
 * @param points its values, oldest first
 * @param messages what is to be said about it, perhaps nothing
 */
public record MetricSeries(String id, String label, TimeSeries points, List<MetricDataResult.Message> messages) {}
