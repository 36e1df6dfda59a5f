// SPDX-License-Identifier: Apache-2.0
/**
 * One streaming HTTP/1.1 forwarder, on Undertow's server and client. It moves requests and answers, keeps connections and
 * deadlines, and leaves every decision (where to, whether again, what to say) to the policy of its user: the mesh's
 * sidecars and the load balancer.
 */
package io.highlands.local.forward;
