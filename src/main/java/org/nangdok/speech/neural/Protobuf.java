package org.nangdok.speech.neural;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One message in the encoding of protocol buffers, field by field. Not thread-safe. */
public final class Protobuf {

  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds a field. */
  public Protobuf integer(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  /** Adds a field. */
  public Protobuf real(int field, float value) {
    varint((long) field << 3 | FIXED32);
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  /** Adds a field. */
  public Protobuf bytes(int field, byte[] value) {
    varint((long) field << 3 | BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /** Adds a field. */
  public Protobuf text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a field. */
  public Protobuf message(int field, Protobuf value) {
    return bytes(field, value.toBytes());
  }

  /** What stands before a field of so many bytes. */
  static byte[] head(int field, int length) {
    var head = new Protobuf();
    head.varint((long) field << 3 | BYTES);
    head.varint(length);
    return head.toBytes();
  }

  /** The message encoded. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
