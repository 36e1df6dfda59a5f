// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

/**
 * Follows a body that is sent in chunks, byte by byte (RFC 9112, 7.1). What it refuses: a chunk without a size, or that does not
 * end where its size says, a trailer that is no field (without a name or a colon, or with a control character), and more than 8 KiB of trailers, which the
 * parser would keep in memory.
 */
final class ChunkedBody {

    private static final int MAX_SIZE_DIGITS = 15;
    private static final int MAX_EXTENSION = 4 * 1024;
    private static final int MAX_TRAILERS = 8 * 1024;

    private enum State {
        SIZE, EXTENSION, SIZE_LF, DATA, DATA_CR, DATA_LF, TRAILER, NAME, VALUE, VALUE_LF, LAST_LF, END, BROKEN
    }

    private State state = State.SIZE;
    private long left;
    private int digits;
    private int trailers;

    /** A body begins. */
    void begin() {
        state = State.SIZE;
        left = 0;
        digits = 0;
        trailers = 0;
    }

    /** {@return how many of the next bytes are data, which need not be looked at} */
    long data() {
        return state == State.DATA ? left : 0;
    }

    /** Passes over bytes of data. */
    void pass(long count) {
        left -= count;
        if (left == 0) {
            state = State.DATA_CR;
        }
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    boolean isEnd() {
        return state == State.END;
    }

    /** Takes the next byte. */
    void take(byte letter) {
        switch (state) {
            case SIZE -> size(letter);
            case EXTENSION -> extension(letter);
            case SIZE_LF -> expect(letter, '\n', left == 0 ? State.TRAILER : State.DATA);
            case DATA_CR -> expect(letter, '\r', State.DATA_LF);
            case DATA_LF -> {
                digits = 0;
                expect(letter, '\n', State.SIZE);
            }
            case TRAILER, NAME -> trailer(letter);
            case VALUE -> value(letter);
            case VALUE_LF -> expect(letter, '\n', State.TRAILER);
            default -> expect(letter, '\n', State.END);
        }
    }

    private void size(byte letter) {
        int digit = Character.digit(letter, 16);
        if (digit >= 0 && digits < MAX_SIZE_DIGITS) {
            left = left << 4 | digit;
            digits++;
        } else if (digits > 0 && letter == '\r') {
            state = State.SIZE_LF;
        } else if (digits > 0 && (letter == ';' || letter == ' ' || letter == '\t')) {
            state = State.EXTENSION;
        } else {
            state = State.BROKEN;
        }
    }

    private void extension(byte letter) {
        if (letter == '\n' || ++digits > MAX_EXTENSION) {
            state = State.BROKEN;
        } else if (letter == '\r') {
            state = State.SIZE_LF;
        }
    }

    private void trailer(byte letter) {
        if (++trailers > MAX_TRAILERS) {
            state = State.BROKEN;
        } else if (state == State.TRAILER && letter == '\r') {
            state = State.LAST_LF;
        } else if (state == State.NAME && letter == ':') {
            state = State.VALUE;
        } else {
            state = isToken(letter) ? State.NAME : State.BROKEN;
        }
    }

    private void value(byte letter) {
        if (letter == '\r') {
            state = State.VALUE_LF;
        } else if (++trailers > MAX_TRAILERS || letter >= 0 && letter < ' ' && letter != '\t' || letter == 127) {
            state = State.BROKEN;
        }
    }

    /** RFC 9110, 5.6.2. */
    private static boolean isToken(byte letter) {
        return letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
                || letter > 0 && "!#$%&'*+-.^_`|~".indexOf(letter) >= 0;
    }

    private void expect(byte letter, char expected, State then) {
        state = letter == expected ? then : State.BROKEN;
    }
}
