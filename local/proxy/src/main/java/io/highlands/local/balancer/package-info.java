// SPDX-License-Identifier: Apache-2.0
/**
 * An application load balancer on loopback: listeners with rules, target groups with health checks and draining, and the
 * answers and counters that the real one has.
 */
package io.highlands.local.balancer;
