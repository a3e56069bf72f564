package org.nangdok.document.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentBounds;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.TimeLimit;

/**
 * A message in parts, as MIME (RFC 2045 to 2049) cuts it, however broken.
 *
 * @param headers the message's own, by their names in lower case, the first of each
 * @param parts in their order
 */
record MailParts(Map<String, String> headers, List<Part> parts) {

  /** Texts are kept; of everything else only its length. */
  private static final int LARGEST_TEXT = 16_000_000;

  private static final int LARGEST_OUTSIDE = 1_000_000;

  /**
   * One part.
   *
   * @param type its media type in lower case
   * @param charset as it says, if it does
   * @param name its file's name, empty if it has none
   * @param attached whether it says that it is an attachment
   * @param alternative the group of parts that say the same, 0 for none
   * @param location the address that it was saved from
   * @param bytes its decoded bytes if it is text or a message, else none
   * @param length how many bytes it has
   */
  record Part(
      String type,
      @Nullable String charset,
      String name,
      boolean attached,
      int alternative,
      @Nullable String location,
      byte[] bytes,
      long length) {

    boolean isText() {
      return type.equals("text/plain") || type.equals("text/html");
    }
  }

  /**
   * Takes a message apart.
   *
   * @throws DocumentException if it has more parts or headers than any that people write
   */
  static MailParts of(InputStream in, DocumentBounds bounds, TimeLimit limit) throws IOException {
    return new Reading(bounds, limit).read(in);
  }

  /** The same for a message within a message. */
  static MailParts of(byte[] message, DocumentBounds bounds, TimeLimit limit) throws IOException {
    return of(new ByteArrayInputStream(message), bounds, limit);
  }

  /** One pass over a message. */
  private static final class Reading {
    private final TimeLimit limit;
    private final MimeTokenStream tokens;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<byte[]> outside = new ArrayList<>();
    private final Deque<Integer> groups = new ArrayDeque<>();
    private int lastGroup;
    private int depth;

    Reading(DocumentBounds bounds, TimeLimit limit) {
      this.limit = limit;
      MimeConfig config =
          new MimeConfig.Builder()
              .setMaxLineLen(1_000_000)
              .setMaxHeaderCount(2_000)
              .setMaxHeaderLen(200_000)
              .setMaxContentLen(bounds.bytes())
              .setMaxPartCount(2_000)
              .setMaxNestingDepth(60)
              .build();
      tokens = new MimeTokenStream(config, new DefaultBodyDescriptorBuilder());
      tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    MailParts read(InputStream in) throws IOException {
      try {
        tokens.parse(MailBoundaries.quoted(in));
        for (EntityState state = tokens.getState();
            state != EntityState.T_END_OF_STREAM;
            state = tokens.next()) {
          limit.check();
          take(state);
        }
      } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException | MaxLineLimitException e) {
        throw tooLarge();
      } catch (MimeException e) {
        if (parts.isEmpty()) {
          throw new IOException("no mail", e);
        } // what stands before the damage is read
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IOException("no mail", e);
      }
      if (parts.isEmpty()) {
        // Cut in a way that nobody can follow: what stands there is read as it is.
        outside.forEach(
            bytes ->
                parts.add(new Part("text/plain", null, "", false, 0, null, bytes, bytes.length)));
      }
      return new MailParts(headers, parts);
    }

    private static DocumentException tooLarge() {
      return new DocumentException(
          Reason.TOO_LARGE,
          "This mail has more or longer headers than are read. Send its text alone.");
    }

    private void take(EntityState state) throws IOException, MimeException {
      switch (state) {
        case T_START_MESSAGE, T_START_BODYPART -> depth++;
        case T_END_MESSAGE, T_END_BODYPART -> depth--;
        case T_FIELD -> {
          if (depth <= 1) {
            headers.putIfAbsent(
                tokens.getField().getName().toLowerCase(Locale.ROOT),
                MailWords.of(tokens.getField()));
          }
        }
        case T_START_MULTIPART -> {
          boolean same = tokens.getBodyDescriptor().getMimeType().equals("multipart/alternative");
          Integer outer = groups.peek();
          groups.push(same ? ++lastGroup : outer == null ? 0 : outer);
        }
        case T_END_MULTIPART -> groups.poll();
        case T_PREAMBLE, T_EPILOGUE -> {
          try (InputStream in = tokens.getInputStream()) {
            outside.add(in.readNBytes(LARGEST_OUTSIDE));
          }
        }
        case T_BODY -> parts.add(part(tokens.getBodyDescriptor()));
        default -> {}
      }
    }

    private Part part(BodyDescriptor descriptor) throws IOException {
      String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
      String name = "";
      boolean attached = false;
      String location = null;
      if (descriptor instanceof MaximalBodyDescriptor full) {
        attached = "attachment".equalsIgnoreCase(full.getContentDispositionType());
        name = name(full);
        location = full.getContentLocation();
      }
      boolean kept = type.startsWith("text/") || type.startsWith("message/");
      byte[] bytes = new byte[0];
      long length;
      try (InputStream in = tokens.getDecodedInputStream()) {
        if (kept) {
          bytes = in.readNBytes(LARGEST_TEXT);
          length = bytes.length;
        } else {
          length = in.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      Integer group = groups.peek();
      return new Part(
          type,
          descriptor.getCharset(),
          name,
          attached,
          group == null ? 0 : group,
          location,
          bytes,
          length);
    }

    private static String name(MaximalBodyDescriptor full) {
      String name = full.getContentDispositionFilename();
      if (name == null) {
        name = full.getContentTypeParameters().get("name");
      }
      String location = full.getContentLocation();
      if (name == null && location != null) {
        name = location.substring(location.lastIndexOf('/') + 1);
      }
      return name == null ? "" : MailWords.decoded(name);
    }
  }
}
