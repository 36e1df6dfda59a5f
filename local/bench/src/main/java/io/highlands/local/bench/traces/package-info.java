// SPDX-License-Identifier: Apache-2.0
/** {@code bench traces}: how fast spans are taken, and traces read, beside Zipkin's server. */
package io.highlands.local.bench.traces;
