package org.nangdok.document.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentBounds;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.TimeLimit;
import org.nangdok.page.PageDecoder;

/**
 * A ZIP file of a stranger: members are unpacked one by one, in memory, and counted as they come
 * out, whatever the file says of their sizes. Nothing is written to disk, so names can't lead
 * anywhere. Of one thread.
 */
public final class Archive implements AutoCloseable {

  private static final int PIECE = 64_000;

  private final ZipFile zip;
  private final DocumentBounds bounds;
  private final TimeLimit limit;
  private final Map<String, ZipArchiveEntry> members = new LinkedHashMap<>();
  private long unpacked;

  private Archive(ZipFile zip, DocumentBounds bounds, TimeLimit limit) {
    this.zip = zip;
    this.bounds = bounds;
    this.limit = limit;
  }

  /**
   * Opens a file.
   *
   * @throws DocumentException if it has too many members
   * @throws IOException if it is no ZIP file
   */
  public static Archive open(DocumentFile file, DocumentAccount account) throws IOException {
    return open(file, account.bounds(), account.limit());
  }

  /** Opens a file. */
  public static Archive open(DocumentFile file, DocumentBounds bounds, TimeLimit limit)
      throws IOException {
    ZipFile zip;
    try {
      zip = ZipFile.builder().setPath(file.path()).setIgnoreLocalFileHeader(true).get();
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IOException("no zip file", e);
    }
    var archive = new Archive(zip, bounds, limit);
    try {
      archive.list();
      return archive;
    } catch (DocumentException e) {
      zip.close();
      throw e;
    }
  }

  private void list() {
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      members.putIfAbsent(key(entry.getName()), entry);
      if (members.size() > bounds.members()) {
        throw tooLarge("has more than " + bounds.members() + " members");
      }
    }
  }

  /** The names of all members, in their order. */
  public List<String> names() {
    return members.values().stream().map(ZipArchiveEntry::getName).toList();
  }

  /** Whether there is a member. */
  public boolean has(String name) {
    return members.containsKey(key(name));
  }

  /** How large a member says it is. */
  public long size(String name) {
    ZipArchiveEntry entry = members.get(key(name));
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  /**
   * A member's bytes; nothing if there is none of that name.
   *
   * @throws DocumentException if it is too large or locked
   */
  public Optional<byte[]> bytes(String name) throws IOException {
    ZipArchiveEntry entry = members.get(key(name));
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new DocumentException(
          Reason.LOCKED, "This file is locked with a password. Send it without one.");
    }
    if (!zip.canReadEntryData(entry)) {
      throw new IOException("packed in a way that isn't known");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(unpack(in));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("a broken member", e);
    }
  }

  /** A member's characters. */
  public Optional<String> text(String name) throws IOException {
    return bytes(name).map(bytes -> PageDecoder.decode(bytes, null));
  }

  private byte[] unpack(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream(PIECE);
    byte[] piece = new byte[PIECE];
    int count = in.read(piece);
    while (count >= 0) {
      limit.check();
      out.write(piece, 0, count);
      unpacked += count;
      if (out.size() > bounds.member() || unpacked > bounds.unpacked()) {
        throw tooLarge("unpacks to more than is read");
      }
      count = in.read(piece);
    }
    return out.toByteArray();
  }

  private static DocumentException tooLarge(String what) {
    return new DocumentException(
        Reason.TOO_LARGE, "This file " + what + ". Send it in parts, or without its pictures.");
  }

  /** Names are told apart as the commonest programs do: neither by case nor by kind of slash. */
  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    while (plain.startsWith("/") || plain.startsWith("./")) {
      plain = plain.substring(plain.indexOf('/') + 1);
    }
    return plain;
  }

  /**
   * The member that a link in another member leads to, without its fragment; empty if it leads out
   * of the file.
   *
   * @param base the member with the link
   */
  public static String resolve(String base, String link) {
    String path = link.split("[#?]", 2)[0];
    if (path.matches("(?i)[a-z][a-z0-9+.-]*:.*") || path.startsWith("//")) {
      return "";
    }
    String joined =
        path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + decoded(path);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : joined.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
