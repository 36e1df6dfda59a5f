// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

/** Reads one span of a format. */
@FunctionalInterface
interface SpanReader {

    void read(ChunkSpan span);
}
