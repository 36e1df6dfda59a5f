// SPDX-License-Identifier: Apache-2.0
/**
 * The analysis of an edge, the calls from one service to another: what the mesh, the caller and the spans say of it, and what
 * of it can be claimed. {@code edges.join} is where a trace meets its access log; {@code edges.trace} is the analysis of one
 * trace. It makes no HTML.
 */
package io.highlands.local.edges;
