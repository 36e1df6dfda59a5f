// SPDX-License-Identifier: Apache-2.0
/** What two hops through the mesh cost, measured against two hops through HAProxy on the same machine in one run. */
package io.highlands.local.bench.mesh;
