// SPDX-License-Identifier: Apache-2.0
/** The pages of edges: what {@code edges} knows of the calls from one service to another, as HTML. */
package io.highlands.local.console.edge;
