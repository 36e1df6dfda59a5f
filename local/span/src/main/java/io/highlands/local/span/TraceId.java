// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

import java.util.Optional;

/**
 * The 128-bit id of a trace.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits, all that Datadog's older tracers know
 * @see <a href="https://www.w3.org/TR/trace-context/#trace-id">W3C Trace Context, trace-id</a>
 */
public record TraceId(long high, long low) {

    private static final int HEX = 32;

    /**
     * Reads an id.
     *
     * @param text 32 hexadecimal digits
     * @return the id; empty for anything else
     */
    public static Optional<TraceId> parse(String text) {
        if (text.length() != HEX || !text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new TraceId(Long.parseUnsignedLong(text, 0, 16, 16),
                Long.parseUnsignedLong(text, 16, HEX, 16)));
    }

    /**
     * Whether this is an id at all.
     *
     * @return whether no bit is set
     */
    public boolean isZero() {
        return high == 0 && low == 0;
    }

    /**
     * The id as log lines and headers have it.
     *
     * @return 32 hexadecimal digits
     */
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
