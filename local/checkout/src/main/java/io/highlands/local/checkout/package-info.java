// SPDX-License-Identifier: Apache-2.0
/** The checkout that the command works in: where its parts lie, and whether the synthesized stacks are up to date. */
package io.highlands.local.checkout;
