// SPDX-License-Identifier: Apache-2.0
/**
 * What AWS would publish by itself: the metrics of Service Connect, ECS, Container Insights and the load balancer, the
 * events of ECS, and the containers' logs. All of it comes from what really happened.
 */
package io.highlands.local.publish;
