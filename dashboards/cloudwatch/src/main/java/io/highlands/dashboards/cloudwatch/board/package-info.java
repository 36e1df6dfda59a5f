// SPDX-License-Identifier: Apache-2.0
/** What dashboards show, and how: panels on a grid, from measures that know nothing of it. */
package io.highlands.dashboards.cloudwatch.board;
