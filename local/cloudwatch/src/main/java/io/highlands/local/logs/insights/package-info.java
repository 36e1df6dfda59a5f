// SPDX-License-Identifier: Apache-2.0
/** The Logs Insights query language, as much of it as the README states. */
package io.highlands.local.logs.insights;
