// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.util.Arrays;

/**
 * Reads a protobuf message field by field. Fields may come in any order and more than once; which are wanted, and of what
 * type, the caller knows.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers, Encoding</a>
 */
public final class ProtobufReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    private ProtobufReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /**
     * A reader of a whole message.
     *
     * @param bytes the message
     * @return at its beginning
     */
    public static ProtobufReader of(byte[] bytes) {
        return new ProtobufReader(bytes, 0, bytes.length);
    }

    /**
     * Goes to the next field, whose value must then be read or skipped.
     *
     * @return its number; 0 at the end
     * @throws MalformedException when there is no field
     */
    public int next() {
        if (at == end) {
            return 0;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) tag & 7;
        if (tag >>> 32 != 0 || field == 0) {
            throw malformed("a field's number is 1 to 536870911");
        }
        return field;
    }

    /**
     * A second look at what follows.
     *
     * @return a reader of the same message from here on
     */
    public ProtobufReader fork() {
        return new ProtobufReader(bytes, at, end);
    }

    /**
     * The field's value as a message.
     *
     * @return a reader of it
     */
    public ProtobufReader message() {
        int length = length();
        at += length;
        return new ProtobufReader(bytes, at - length, at);
    }

    /**
     * The field's value as text.
     *
     * @param texts where texts are made
     * @param limit how many of its bytes are kept
     * @return the text
     */
    public String text(Texts texts, int limit) {
        int length = length();
        at += length;
        return texts.text(bytes, at - length, length, limit);
    }

    /**
     * The field's value as bytes.
     *
     * @return a copy of them
     */
    public byte[] bytes() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /**
     * Goes over an id.
     *
     * @param size how many bytes it must have
     * @return where it begins, for {@link #bigEndian}; -1 when it has another size
     */
    public int id(int size) {
        int length = length();
        at += length;
        return length == size ? at - length : -1;
    }

    /**
     * Eight bytes of an id.
     *
     * @param from where they begin
     * @return them as a number
     */
    public long bigEndian(int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    /**
     * The field's value as a variable-length number, a boolean or an enumeration.
     *
     * @return its 64 bits
     */
    public long number() {
        require(VARINT);
        return varint();
    }

    /**
     * The field's value of 64 bits.
     *
     * @return the bits
     */
    public long fixed64() {
        require(FIXED_64);
        return littleEndian(Long.BYTES);
    }

    /**
     * The field's value of 32 bits.
     *
     * @return the bits
     */
    public int fixed32() {
        require(FIXED_32);
        return (int) littleEndian(Integer.BYTES);
    }

    /** Goes over the field's value. */
    public void skip() {
        switch (type) {
            case VARINT -> varint();
            case FIXED_64 -> littleEndian(Long.BYTES);
            case LENGTH -> message();
            case FIXED_32 -> littleEndian(Integer.BYTES);
            default -> throw malformed("wire type " + type + " is not read; allowed: 0, 1, 2, 5");
        }
    }

    private int length() {
        require(LENGTH);
        long length = varint();
        if (length < 0 || length > end - at) {
            throw malformed("a length of " + Long.toUnsignedString(length) + " bytes where " + (end - at) + " follow");
        }
        return (int) length;
    }

    private long littleEndian(int size) {
        if (end - at < size) {
            throw malformed("it ends within a number");
        }
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        at += size;
        return value;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == end) {
                throw malformed("it ends within a number");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number of more than ten bytes");
    }

    private void require(int wanted) {
        if (type != wanted) {
            throw malformed("wire type " + type + " for field " + field + "; allowed: " + wanted);
        }
    }

    private MalformedException malformed(String what) {
        return new MalformedException("protobuf, byte " + at + ": " + what);
    }
}
