// SPDX-License-Identifier: Apache-2.0
/** One trace: its spans and proxies as a tree, and the path through it that it waited for. */
package io.highlands.local.edges.trace;
