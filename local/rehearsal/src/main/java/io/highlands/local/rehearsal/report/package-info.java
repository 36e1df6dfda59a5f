// SPDX-License-Identifier: Apache-2.0
/** What came of rehearsals, as pages that need nothing beside them, and as JUnit's XML. */
package io.highlands.local.rehearsal.report;
