// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a protobuf message field by field. */
public final class ProtobufWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Writes a variable-length number.
     *
     * @param field the field's number
     * @param value its 64 bits
     * @return this
     */
    public ProtobufWriter number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    /**
     * Writes 64 bits.
     *
     * @param field the field's number
     * @param value the bits
     * @return this
     */
    public ProtobufWriter fixed64(int field, long value) {
        varint((long) field << 3 | 1);
        littleEndian(value, Long.BYTES);
        return this;
    }

    /**
     * Writes 32 bits.
     *
     * @param field the field's number
     * @param value the bits
     * @return this
     */
    public ProtobufWriter fixed32(int field, int value) {
        varint((long) field << 3 | 5);
        littleEndian(value, Integer.BYTES);
        return this;
    }

    /**
     * Writes bytes, or a message.
     *
     * @param field the field's number
     * @param value the bytes
     * @return this
     */
    public ProtobufWriter bytes(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    /**
     * Writes a text.
     *
     * @param field the field's number
     * @param value the text
     * @return this
     */
    public ProtobufWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the message} */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private void littleEndian(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
