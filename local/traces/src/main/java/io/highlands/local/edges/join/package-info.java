// SPDX-License-Identifier: Apache-2.0
/** Where a trace meets the mesh's access log: which entry of which proxy belongs to which span. */
package io.highlands.local.edges.join;
