// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's statistics: samples gathered by period, and what can be asked of them. */
package io.highlands.cloudwatch.model.statistics;
