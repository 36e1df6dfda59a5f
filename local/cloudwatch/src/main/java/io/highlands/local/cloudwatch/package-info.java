// SPDX-License-Identifier: Apache-2.0
/** CloudWatch on the laptop; here is what its services have in common. */
package io.highlands.local.cloudwatch;
