// SPDX-License-Identifier: Apache-2.0
/**
 * The shell in which a runbook's commands are rehearsed: nothing of the user's own configuration, credentials or proxies is in
 * it, and the AWS CLI reaches local mode and nothing else.
 */
package io.highlands.local.rehearsal.shell;
