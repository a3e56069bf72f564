package org.nangdok.audio.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The block of comments that FLAC and Opus share (Xiph, Ogg Vorbis I, 5). */
final class VorbisComments {

  private static final String VENDOR = "Nangdok";

  private VorbisComments() {}

  static byte[] bytes(List<String> comments) {
    var block = new ByteArrayOutputStream();
    text(block, VENDOR);
    number(block, comments.size());
    comments.forEach(comment -> text(block, comment));
    return block.toByteArray();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(block, bytes.length);
    block.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream block, int number) {
    block.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
  }
}
