// SPDX-License-Identifier: Apache-2.0
/** What to ask Datadog: names of its metrics and tags, queries, and formulas over them. Knows no widgets and monitors. */
package io.highlands.dashboards.datadog.query;
