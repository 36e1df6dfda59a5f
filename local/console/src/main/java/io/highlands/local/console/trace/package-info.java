// SPDX-License-Identifier: Apache-2.0
/** The pages of traces: the list, one trace as a waterfall with its log lines, and the map of services, as HTML. */
package io.highlands.local.console.trace;
