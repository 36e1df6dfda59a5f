// SPDX-License-Identifier: Apache-2.0
/** Traces: the list, one trace as a waterfall with the mesh's own timing and its log lines, the map of services from spans. */
package io.highlands.local.console.trace;
