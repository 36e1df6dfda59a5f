// SPDX-License-Identifier: Apache-2.0
/**
 * What a service measures of itself, and how it reaches CloudWatch: meters under the names of
 * {@link io.highlands.telemetry.ServiceMetrics}, and a publisher that sends those and no others.
 */
package io.highlands.starter.metrics;
