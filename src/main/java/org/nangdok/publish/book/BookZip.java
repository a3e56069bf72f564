package org.nangdok.publish.book;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that is written file by file; sound gets no smaller and isn't compressed. */
final class BookZip {

  /** The same book is the same file whenever it is made. */
  private static final long TIME = 315_532_800_000L;

  private final ZipOutputStream zip;
  private long bytes;
  private int files;

  BookZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Writes a part of a file. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** A first file that others recognise the kind by: not compressed, its length before it. */
  void mark(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(content);
    ZipEntry entry = entry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  void text(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    put(name, out -> out.write(content));
  }

  void sound(String name, Content content) throws IOException {
    zip.setLevel(Deflater.NO_COMPRESSION);
    put(name, content);
  }

  private void put(String name, Content content) throws IOException {
    zip.putNextEntry(entry(name));
    content.write(new Counting());
    zip.closeEntry();
    files++;
  }

  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setTime(TIME);
    return entry;
  }

  /** Bytes of all files so far, before they are compressed. */
  long bytes() {
    return bytes;
  }

  int files() {
    return files;
  }

  void finish() throws IOException {
    zip.finish();
  }

  private final class Counting extends FilterOutputStream {

    Counting() {
      super(zip);
    }

    @Override
    public void write(int b) throws IOException {
      zip.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      zip.write(b, from, length);
      bytes += length;
    }

    @Override
    public void close() {
      // the file goes on
    }
  }
}
