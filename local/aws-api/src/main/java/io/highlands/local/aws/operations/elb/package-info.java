// SPDX-License-Identifier: Apache-2.0
/** Elastic Load Balancing's operations (2015-12-01), over the load balancer that really runs. */
package io.highlands.local.aws.operations.elb;
