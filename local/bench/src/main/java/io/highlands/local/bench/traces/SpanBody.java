// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A body that is made once and sent many times, each time with other traces and times: what stands in the places of
 * {@link Mark marks} is written over, so that the generator takes next to no time from what is measured.
 */
final class SpanBody {

    private final byte[] bytes;

    private final List<Place> places = new ArrayList<>();

    private final int traces;

    private final List<BenchSpan> spans;

    /** Where a mark is, and how it is written: a number of either byte order, or text. */
    private record Place(int at, long mark, Form form) {}

    private enum Form {
        BIG_ENDIAN, LITTLE_ENDIAN, TEXT
    }

    SpanBody(byte[] bytes, List<BenchSpan> spans) {
        this.bytes = bytes;
        this.spans = spans;
        this.traces = spans.getLast().trace() + 1;
        byte[] text = Integer.toHexString(Mark.PREFIX).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer big = ByteBuffer.wrap(bytes);
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + Long.BYTES <= bytes.length; at++) {
            if (big.getInt(at) == Mark.PREFIX) {
                places.add(new Place(at, big.getLong(at), Form.BIG_ENDIAN));
            } else if (little.getInt(at + Integer.BYTES) == Mark.PREFIX) {
                places.add(new Place(at, little.getLong(at), Form.LITTLE_ENDIAN));
            } else if (at + 2 * Long.BYTES <= bytes.length
                    && ByteBuffer.wrap(text).equals(ByteBuffer.wrap(bytes, at, text.length))) {
                places.add(new Place(at,
                        HexFormat.fromHexDigitsToLong(
                                new String(bytes, at, 2 * Long.BYTES, StandardCharsets.US_ASCII)),
                        Form.TEXT));
            }
        }
    }

    private SpanBody(SpanBody other) {
        bytes = other.bytes.clone();
        places.addAll(other.places);
        traces = other.traces;
        spans = other.spans;
    }

    /** The same for another thread. */
    SpanBody copy() {
        return new SpanBody(this);
    }

    int traces() {
        return traces;
    }

    /** The body with the traces from a number on, which begin now. It holds until the next call. */
    byte[] next(long firstTrace, long nowNanos) {
        ByteBuffer big = ByteBuffer.wrap(bytes);
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Place place : places) {
            long value = value(place.mark(), firstTrace, nowNanos);
            switch (place.form()) {
                case BIG_ENDIAN -> big.putLong(place.at(), value);
                case LITTLE_ENDIAN -> little.putLong(place.at(), value);
                default -> big.put(place.at(),
                        (Mark.in(place.mark()) == Mark.START
                                ? Long.toString(value / 1000)
                                : HexFormat.of().toHexDigits(value)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes;
    }

    private long value(long mark, long firstTrace, long nowNanos) {
        int trace = Mark.trace(mark);
        int index = Mark.span(mark);
        long start = nowNanos + trace * 10_000L + index * 50_000L;
        return switch (Mark.in(mark)) {
            case TRACE -> Mark.traceId(firstTrace + trace);
            case SPAN -> Mark.spanId(firstTrace + trace, index);
            case START -> start;
            case END -> start + spans.get(trace * BenchSpan.SPANS + index).micros() * 1000;
        };
    }
}
