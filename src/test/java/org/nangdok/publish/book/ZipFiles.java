package org.nangdok.publish.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a ZIP, read back. */
public final class ZipFiles {

  private ZipFiles() {}

  /** By their names, in the order in which they stand. */
  public static Map<String, byte[]> of(byte[] content) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (files.put(entry.getName(), zip.readAllBytes()) != null) {
        throw new IOException("twice: " + entry.getName());
      }
    }
    return files;
  }
}
