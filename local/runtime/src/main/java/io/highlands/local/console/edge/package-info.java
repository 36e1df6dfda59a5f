// SPDX-License-Identifier: Apache-2.0
/**
 * The edge view: each edge of the mesh as the caller's client, the mesh and the spans saw it, and the verdict in words. What
 * is read here, {@code edges} judges.
 */
package io.highlands.local.console.edge;
