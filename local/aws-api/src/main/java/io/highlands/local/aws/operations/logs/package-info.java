// SPDX-License-Identifier: Apache-2.0
/** CloudWatch Logs' operations, over {@link io.highlands.local.logs.LogService}. */
package io.highlands.local.aws.operations.logs;
