// SPDX-License-Identifier: Apache-2.0
/** Datadog's dashboard of an environment: tiles in groups under a question. */
package io.highlands.dashboards.datadog.board;
