// SPDX-License-Identifier: Apache-2.0
/** The language in which traces are searched. */
package io.highlands.local.traces.search;
