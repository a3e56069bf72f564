package org.nangdok.audio.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chapters of an MP4 file (QuickTime's text track) in the form that all readers take: one chunk
 * and one time for each chapter. ffmpeg puts all chapters into one chunk, and chapters of one
 * length into one entry, which music-metadata refuses or misreads.
 *
 * <p>ISO/IEC 14496-12: a file is boxes of a size, a type and contents; {@code stbl} holds where a
 * track's samples are.
 */
final class ChapterTrack {

  private static final int HEAD = 8;
  private static final int LARGEST_INDEX = 64_000_000;
  private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");

  private ChapterTrack() {}

  /**
   * A part of an index.
   *
   * @param start where it begins
   * @param end one past its last byte
   */
  private record Box(String type, int start, int end) {}

  /**
   * Rewrites a file whose index stands before its sound; others, and those without chapters, stay.
   */
  static void spread(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = 0;
      while (at + HEAD <= in.size()) {
        ByteBuffer head = read(in, at, HEAD);
        long size = Integer.toUnsignedLong(head.getInt(0));
        String type = type(head, 4);
        if (type.equals("mdat") || size < HEAD || size > LARGEST_INDEX || at + size > in.size()) {
          return;
        }
        if (type.equals("moov")) {
          byte[] index = read(in, at, (int) size).array();
          byte[] spread = readable(index);
          if (spread.length > 0) {
            replace(file, in, at, size, spread);
          }
          return;
        }
        at += size;
      }
    }
  }

  private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (in.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("The file ends within a box.");
      }
    }
    return buffer.flip();
  }

  private static void replace(Path file, FileChannel in, long at, long size, byte[] index)
      throws IOException {
    Path other = Files.createTempFile("nangdok-", ".m4a");
    try {
      try (OutputStream out = Files.newOutputStream(other)) {
        var channel = Channels.newChannel(out);
        copy(in, 0, at, channel);
        out.write(index);
        copy(in, at + size, in.size(), channel);
      }
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(other);
    }
  }

  private static void copy(FileChannel in, long from, long to, WritableByteChannel out)
      throws IOException {
    long at = from;
    while (at < to) {
      at += in.transferTo(at, to - at, out);
    }
  }

  /** An index of another kind than ffmpeg's stays as it is. */
  private static byte[] readable(byte[] index) {
    try {
      return spread(index);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new byte[0];
    }
  }

  /** The index with the chapters spread, or nothing if there are none. */
  private static byte[] spread(byte[] index) {
    ByteBuffer bytes = ByteBuffer.wrap(index);
    Box moov = new Box("moov", 0, index.length);
    for (Box track : children(bytes, moov)) {
      if (track.type().equals("trak") && isText(bytes, track)) {
        Box table = inside(bytes, inside(bytes, inside(bytes, track, "mdia"), "minf"), "stbl");
        Map<Integer, byte[]> instead = new HashMap<>();
        instead.put(inside(bytes, table, "stsc").start(), oneSampleAChunk());
        instead.put(
            inside(bytes, table, "stts").start(), times(bytes, inside(bytes, table, "stts")));
        instead.put(inside(bytes, table, "stco").start(), places(bytes, table));
        byte[] spread = rewritten(bytes, moov, instead);
        shift(ByteBuffer.wrap(spread), spread.length - index.length);
        return spread;
      }
    }
    return new byte[0];
  }

  private static List<Box> children(ByteBuffer bytes, Box parent) {
    List<Box> boxes = new ArrayList<>();
    int at = parent.start() + HEAD;
    while (at + HEAD <= parent.end()) {
      int size = bytes.getInt(at);
      if (size < HEAD || size > parent.end() - at) {
        throw new IllegalArgumentException("A box is larger than what it is in.");
      }
      boxes.add(new Box(type(bytes, at + 4), at, at + size));
      at += size;
    }
    return boxes;
  }

  private static String type(ByteBuffer bytes, int at) {
    byte[] type = new byte[4];
    bytes.get(at, type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }

  private static Box inside(ByteBuffer bytes, Box parent, String type) {
    return children(bytes, parent).stream()
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no box " + type + "."));
  }

  private static boolean isText(ByteBuffer bytes, Box track) {
    Box handler = inside(bytes, inside(bytes, track, "mdia"), "hdlr");
    return type(bytes, handler.start() + 16).equals("text");
  }

  private static ByteBuffer box(String type, int entries, int entrySize) {
    ByteBuffer box = ByteBuffer.allocate(16 + entries * entrySize);
    box.putInt(box.capacity()).put(type.getBytes(StandardCharsets.ISO_8859_1));
    return box.putInt(0).putInt(entries); // version and flags, then how many
  }

  private static byte[] oneSampleAChunk() {
    return box("stsc", 1, 12).putInt(1).putInt(1).putInt(1).array();
  }

  /** A duration for each sample, though several may have the same. */
  private static byte[] times(ByteBuffer bytes, Box table) {
    List<Integer> lengths = new ArrayList<>();
    int at = table.start() + 16;
    for (int entry = bytes.getInt(table.start() + 12); entry > 0; entry--) {
      for (int sample = bytes.getInt(at); sample > 0; sample--) {
        lengths.add(bytes.getInt(at + 4));
      }
      at += 8;
    }
    ByteBuffer times = box("stts", lengths.size(), 8);
    lengths.forEach(length -> times.putInt(1).putInt(length));
    return times.array();
  }

  /** Where each sample is: those of a chunk lie behind one another. */
  private static byte[] places(ByteBuffer bytes, Box table) {
    int sizes = inside(bytes, table, "stsz").start();
    int runs = inside(bytes, table, "stsc").start();
    int chunks = inside(bytes, table, "stco").start();
    int same = bytes.getInt(sizes + 12);
    int count = bytes.getInt(sizes + 16);
    ByteBuffer places = box("stco", count, 4);
    int sample = 0;
    int run = 0;
    for (int chunk = 0; chunk < bytes.getInt(chunks + 12) && sample < count; chunk++) {
      if (run + 1 < bytes.getInt(runs + 12)
          && bytes.getInt(runs + 16 + 12 * (run + 1)) == chunk + 1) {
        run++;
      }
      int place = bytes.getInt(chunks + 16 + 4 * chunk);
      for (int i = bytes.getInt(runs + 20 + 12 * run); i > 0 && sample < count; i--) {
        places.putInt(place);
        place += same > 0 ? same : bytes.getInt(sizes + 20 + 4 * sample);
        sample++;
      }
    }
    return places.array();
  }

  private static byte[] rewritten(ByteBuffer bytes, Box box, Map<Integer, byte[]> instead) {
    byte[] other = instead.get(box.start());
    if (other != null) {
      return other;
    }
    byte[] same = new byte[box.end() - box.start()];
    bytes.get(box.start(), same);
    if (!CONTAINERS.contains(box.type())) {
      return same;
    }
    var contents = new ByteArrayOutputStream();
    contents.write(same, 0, HEAD);
    try {
      for (Box child : children(bytes, box)) {
        contents.write(rewritten(bytes, child, instead));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // to memory: it can't
    }
    byte[] all = contents.toByteArray();
    ByteBuffer.wrap(all).putInt(0, all.length);
    return all;
  }

  /** All samples lie behind the index, which has another length now. */
  private static void shift(ByteBuffer index, int by) {
    for (Box track : children(index, new Box("moov", 0, index.capacity()))) {
      if (track.type().equals("trak")) {
        Box table = inside(index, inside(index, inside(index, track, "mdia"), "minf"), "stbl");
        Box chunks = inside(index, table, "stco");
        for (int i = 0; i < index.getInt(chunks.start() + 12); i++) {
          int at = chunks.start() + 16 + 4 * i;
          index.putInt(at, index.getInt(at) + by);
        }
      }
    }
  }
}
