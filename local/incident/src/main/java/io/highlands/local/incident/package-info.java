// SPDX-License-Identifier: Apache-2.0
/** Compares a window with the period before it, and says which service or edge changed, and what happened meanwhile. */
package io.highlands.local.incident;
