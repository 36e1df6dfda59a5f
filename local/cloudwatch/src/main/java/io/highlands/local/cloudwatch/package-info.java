// SPDX-License-Identifier: Apache-2.0
/** CloudWatch in local mode; here is what its services have in common. */
package io.highlands.local.cloudwatch;
