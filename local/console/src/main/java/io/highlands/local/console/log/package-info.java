// SPDX-License-Identifier: Apache-2.0
/** Logs: groups, search, live tail, and Logs Insights queries. */
package io.highlands.local.console.log;
