// SPDX-License-Identifier: Apache-2.0
/** CloudWatch Logs: groups and streams, filter patterns, and Logs Insights queries. */
package io.highlands.local.logs;
