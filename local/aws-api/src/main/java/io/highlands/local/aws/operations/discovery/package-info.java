// SPDX-License-Identifier: Apache-2.0
/** Cloud Map's operations, over the namespace that Service Connect's proxies share. */
package io.highlands.local.aws.operations.discovery;
