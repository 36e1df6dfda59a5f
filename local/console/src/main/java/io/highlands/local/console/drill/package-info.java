// SPDX-License-Identifier: Apache-2.0
/** The page of a drill. */
package io.highlands.local.console.drill;
