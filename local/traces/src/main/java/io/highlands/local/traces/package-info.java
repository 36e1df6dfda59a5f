// SPDX-License-Identifier: Apache-2.0
/** Traces as they are asked for: one by its id, a list by a filter, the spans on the edges between services. */
package io.highlands.local.traces;
