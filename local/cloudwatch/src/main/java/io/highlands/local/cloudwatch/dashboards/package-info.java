// SPDX-License-Identifier: Apache-2.0
/** CloudWatch dashboards: named bodies, what they declare, and the data that their widgets show. */
package io.highlands.local.cloudwatch.dashboards;
