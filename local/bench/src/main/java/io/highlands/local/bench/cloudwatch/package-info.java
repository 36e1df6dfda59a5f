// SPDX-License-Identifier: Apache-2.0
/** {@code bench cloudwatch}: how fast metrics are taken, and boards drawn from them. */
package io.highlands.local.bench.cloudwatch;
