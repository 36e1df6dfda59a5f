// SPDX-License-Identifier: Apache-2.0
/** Errors that a user sees as one line, and where an unexpected error is recorded. Depends on the JDK alone. */
package io.highlands.local.error;
