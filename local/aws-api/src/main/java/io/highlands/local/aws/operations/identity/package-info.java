// SPDX-License-Identifier: Apache-2.0
/** Who the caller is: STS, as far as runbooks ask it. */
package io.highlands.local.aws.operations.identity;
