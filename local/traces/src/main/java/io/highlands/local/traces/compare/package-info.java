// SPDX-License-Identifier: Apache-2.0
/** What many traces come to: how long they took, groups of them, and what some have in common that the others do not have. */
package io.highlands.local.traces.compare;
