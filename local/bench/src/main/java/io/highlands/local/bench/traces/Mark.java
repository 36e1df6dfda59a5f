// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

/** Numbers that stand in the first copy of a body for what each body has of its own. */
enum Mark {

    /** The last 64 bits of a trace's id. */
    TRACE,

    /** A span's id. */
    SPAN,

    /** When a span begins. */
    START,

    /** When it ends. */
    END;

    /** How all of them begin. */
    static final int PREFIX = 0x5e7abeef;

    long of(int trace, int span) {
        return (long) PREFIX << 32 | (long) ordinal() << 24 | trace << 8 | span;
    }

    static Mark in(long mark) {
        return values()[(int) (mark >>> 24 & 0xff)];
    }

    static int trace(long mark) {
        return (int) (mark >>> 8 & 0xffff);
    }

    static int span(long mark) {
        return (int) (mark & 0xff);
    }

    /** The id of a trace, by its number since the beginning: no two alike, and as good as random. */
    static long traceId(long number) {
        return mix(number * BenchSpan.SPANS * 2 + 1);
    }

    /** A number that names one span of a trace, the same in each run. */
    static long spanId(long number, int span) {
        return mix(number * BenchSpan.SPANS * 2 + 2 + span);
    }

    /** The end of SplitMix64, which takes no two numbers to the same. */
    private static long mix(long number) {
        long hash = number * 0x9e3779b97f4a7c15L;
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
