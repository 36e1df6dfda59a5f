// SPDX-License-Identifier: Apache-2.0
/** One platform that runs: its lock, its servers, and what the command asks of it. */
package io.highlands.local.platform;
