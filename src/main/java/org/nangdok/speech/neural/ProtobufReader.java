package org.nangdok.speech.neural;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads a message in the encoding of protocol buffers as its fields, without copying. */
final class ProtobufReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private ProtobufReader() {}

  /**
   * One field.
   *
   * @param number the field's number
   * @param whole its bytes with its head
   * @param content its value, for a field of bytes
   */
  record Field(int number, ByteBuffer whole, ByteBuffer content) {}

  /**
   * The fields of a message in order.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  static List<Field> fields(ByteBuffer message) {
    ByteBuffer in = message.duplicate();
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      long head = varint(in);
      int length = length(in, (int) (head & 7));
      int from = in.position();
      if (length < 0 || length > in.remaining()) {
        throw new IllegalArgumentException("The file isn't a model: a field ends outside of it.");
      }
      in.position(from + length);
      fields.add(
          new Field(
              (int) (head >>> 3), in.slice(start, from + length - start), in.slice(from, length)));
    }
    return fields;
  }

  private static int length(ByteBuffer in, int type) {
    switch (type) {
      case VARINT -> {
        varint(in);
        return 0;
      }
      case FIXED64 -> {
        return Long.BYTES;
      }
      case BYTES -> {
        return (int) Math.min(varint(in), Integer.MAX_VALUE);
      }
      case FIXED32 -> {
        return Integer.BYTES;
      }
      default ->
          throw new IllegalArgumentException(
              "The file isn't a model: it has a field of type " + type);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("The file isn't a model: a number has no end.");
  }
}
