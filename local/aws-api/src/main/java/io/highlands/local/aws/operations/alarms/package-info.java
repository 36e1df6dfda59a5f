// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's operations on alarms, over {@link io.highlands.local.cloudwatch.alarms.AlarmService}. */
package io.highlands.local.aws.operations.alarms;
