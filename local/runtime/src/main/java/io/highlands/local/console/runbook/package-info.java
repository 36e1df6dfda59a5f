// SPDX-License-Identifier: Apache-2.0
/** The repository's runbooks: which page belongs to which alarm, and the pages themselves. */
package io.highlands.local.console.runbook;
