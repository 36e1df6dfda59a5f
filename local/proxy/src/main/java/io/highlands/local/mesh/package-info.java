// SPDX-License-Identifier: Apache-2.0
/**
 * Service Connect in local mode: a namespace of endpoints and the hosts behind them, and one sidecar per task that does
 * what the managed proxy does. It knows loopback addresses and HTTP, and nothing of templates, processes or commands.
 */
package io.highlands.local.mesh;
