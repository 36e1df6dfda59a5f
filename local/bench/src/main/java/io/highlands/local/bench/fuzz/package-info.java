// SPDX-License-Identifier: Apache-2.0
/** Generated inputs, most of them valid, for every parser and server that a user reaches: {@code bench fuzz}. */
package io.highlands.local.bench.fuzz;
