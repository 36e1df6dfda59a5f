// SPDX-License-Identifier: Apache-2.0
/** Points in time: the vocabulary that statistics, metric math and alarms share. */
package io.highlands.cloudwatch.model.series;
