// SPDX-License-Identifier: Apache-2.0
/** The page of a drill, and the process that runs it. */
package io.highlands.local.console.drill;
