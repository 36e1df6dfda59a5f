// SPDX-License-Identifier: Apache-2.0
/** The repository's runbooks as pages, each beside its alarms in their present state, and the button that rehearses it. */
package io.highlands.local.console.runbook;
