// SPDX-License-Identifier: Apache-2.0
/** {@code bench cloudwatch}: how fast metrics are taken, and dashboards drawn from them. */
package io.highlands.local.bench.cloudwatch;
