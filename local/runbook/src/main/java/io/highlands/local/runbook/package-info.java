// SPDX-License-Identifier: Apache-2.0
/**
 * The repository's runbooks as a program reads them: front matter, sections, and the commands with what their output says; and
 * the lint that keeps them whole. Pure: it runs nothing and asks nobody.
 */
package io.highlands.local.runbook;
