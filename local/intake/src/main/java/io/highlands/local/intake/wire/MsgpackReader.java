// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

/**
 * Reads msgpack value by value.
 *
 * @see <a href="https://github.com/msgpack/msgpack/blob/master/spec.md">MessagePack specification</a>
 */
public final class MsgpackReader {

    private static final int NIL = 0xC0;

    private final byte[] bytes;
    private final Texts texts;
    private int at;

    /**
     * Reads values from the beginning of an array.
     *
     * @param bytes the values
     * @param texts where texts are made
     */
    public MsgpackReader(byte[] bytes, Texts texts) {
        this.bytes = bytes;
        this.texts = texts;
    }

    /** {@return whether all is read} */
    public boolean isAtEnd() {
        return at == bytes.length;
    }

    /**
     * The head of an array.
     *
     * @return how many values follow; 0 for nil
     */
    public int array() {
        int head = head();
        if (head >> 4 == 0x9) {
            return following(head & 0xF);
        }
        return switch (head) {
            case NIL -> 0;
            case 0xDC -> following(unsigned(2));
            case 0xDD -> following(unsigned(4));
            default -> throw unexpected(head, "an array");
        };
    }

    /**
     * The head of a map.
     *
     * @return how many pairs follow; 0 for nil
     */
    public int map() {
        int head = head();
        if (head >> 4 == 0x8) {
            return following(2L * (head & 0xF)) / 2;
        }
        return switch (head) {
            case NIL -> 0;
            case 0xDE -> following(2 * unsigned(2)) / 2;
            case 0xDF -> following(2 * unsigned(4)) / 2;
            default -> throw unexpected(head, "a map");
        };
    }

    /**
     * Reads a string or nil.
     *
     * @param limit how many of its bytes are kept
     * @return the text; empty for nil
     */
    public String text(int limit) {
        int head = head();
        if (head == NIL) {
            return "";
        }
        int length = textLength(head);
        if (length < 0) {
            throw unexpected(head, "a text");
        }
        at += length;
        return texts.text(bytes, at - length, length, limit);
    }

    /**
     * A number without a fraction.
     *
     * @return its 64 bits, signed or not
     */
    public long integer() {
        int head = head();
        if (head <= 0x7F || head >= 0xE0) {
            return (byte) head;
        }
        return switch (head) {
            case NIL -> 0;
            case 0xCC -> unsigned(1);
            case 0xCD -> unsigned(2);
            case 0xCE -> unsigned(4);
            case 0xCF, 0xD3 -> unsigned(8);
            case 0xD0 -> (byte) unsigned(1);
            case 0xD1 -> (short) unsigned(2);
            case 0xD2 -> (int) unsigned(4);
            case 0xCA, 0xCB -> {
                at--;
                yield (long) decimal();
            }
            default -> throw unexpected(head, "a number");
        };
    }

    /**
     * Any number.
     *
     * @return its value
     */
    public double decimal() {
        int head = head();
        return switch (head) {
            case 0xCA -> Float.intBitsToFloat((int) unsigned(4));
            case 0xCB -> Double.longBitsToDouble(unsigned(8));
            default -> {
                at--;
                yield integer();
            }
        };
    }

    /** Goes over one value with all that it holds. */
    public void skip() {
        long open = 1;
        while (open > 0) {
            open += step() - 1;
            if (open > bytes.length - at) {
                throw malformed("more values are announced than bytes follow");
            }
        }
    }

    /** Goes over a head and what is not a value in itself; returns how many values follow it. */
    private long step() {
        int head = head();
        int length = textLength(head);
        if (length >= 0) {
            at += length;
            return 0;
        }
        return switch (head >> 4) {
            case 0x8 -> 2 * (head & 0xF);
            case 0x9 -> head & 0xF;
            case 0xC, 0xD -> wide(head);
            default -> 0;
        };
    }

    private long wide(int head) {
        return switch (head) {
            case 0xC0, 0xC2, 0xC3 -> 0;
            case 0xC4 -> over(unsigned(1));
            case 0xC5 -> over(unsigned(2));
            case 0xC6 -> over(unsigned(4));
            case 0xC7 -> over(unsigned(1) + 1);
            case 0xC8 -> over(unsigned(2) + 1);
            case 0xC9 -> over(unsigned(4) + 1);
            case 0xCC, 0xD0 -> over(1);
            case 0xCD, 0xD1 -> over(2);
            case 0xCA, 0xCE, 0xD2 -> over(4);
            case 0xCB, 0xCF, 0xD3 -> over(8);
            case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> over((1L << head - 0xD4) + 1);
            case 0xDC -> unsigned(2);
            case 0xDD -> unsigned(4);
            case 0xDE -> 2 * unsigned(2);
            case 0xDF -> 2 * unsigned(4);
            default -> throw unexpected(head, "a value");
        };
    }

    private long over(long length) {
        at += following(length);
        return 0;
    }

    /** The length of the text whose head was read; -1 when it is none. */
    private int textLength(int head) {
        if (head >> 5 == 0x5) {
            return following(head & 0x1F);
        }
        return switch (head) {
            case 0xD9 -> following(unsigned(1));
            case 0xDA -> following(unsigned(2));
            case 0xDB -> following(unsigned(4));
            default -> -1;
        };
    }

    private int head() {
        following(1);
        return bytes[at++] & 0xFF;
    }

    private long unsigned(int size) {
        following(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    /** A count of bytes, or of values of at least a byte each, that has to fit into what is left. */
    private int following(long count) {
        if (count > bytes.length - at) {
            throw malformed(count + " are announced where " + (bytes.length - at) + " bytes follow");
        }
        return (int) count;
    }

    private MalformedException unexpected(int head, String wanted) {
        return malformed("0x%02x where %s is allowed".formatted(head, wanted));
    }

    private MalformedException malformed(String what) {
        return new MalformedException("msgpack, byte " + at + ": " + what);
    }
}
