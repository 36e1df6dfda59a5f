// SPDX-License-Identifier: Apache-2.0
/** What is measured, apart from how it is shown or alarmed on: series, and formulas over them. */
package io.highlands.dashboards.cloudwatch.measure;
