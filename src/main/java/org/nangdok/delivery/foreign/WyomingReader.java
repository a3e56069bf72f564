package org.nangdok.delivery.foreign;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a client's events within bounds: lengths, and the time that one may take to arrive. */
final class WyomingReader {

  private static final int LONGEST_LINE = 65_536;
  private static final int LONGEST_PAYLOAD = 1_048_576;
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Duration ONE_EVENT = Duration.ofSeconds(30);

  private final Socket socket;
  private final BufferedInputStream in;
  private long end;

  WyomingReader(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * The next event, or null after the last.
   *
   * @throws ReadingException with code {@code request.malformed} if it isn't one, {@code
   *     request.too-large} if it is too long
   */
  @Nullable WyomingEvent next() throws IOException {
    socket.setSoTimeout((int) IDLE.toMillis());
    int first = in.read();
    if (first < 0) {
      return null;
    }
    end = System.nanoTime() + ONE_EVENT.toNanos();
    socket.setSoTimeout((int) ONE_EVENT.toMillis());
    ObjectNode head = object(line(first));
    ObjectNode data = head.path("data").isObject() ? head.path("data").asObject() : empty();
    int more = length(head, "data_length", LONGEST_LINE);
    if (more > 0) {
      data.setAll(object(exactly(more)));
    }
    skip(length(head, "payload_length", LONGEST_PAYLOAD));
    JsonNode type = head.path("type");
    if (!type.isString()) {
      throw malformed();
    }
    return new WyomingEvent(type.asString(), data, new byte[0]);
  }

  private static ObjectNode empty() {
    return JsonMapper.shared().createObjectNode();
  }

  private byte[] line(int first) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = first; b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("The client went away within an event.");
      }
      line.write(b);
      requireTime();
      if (line.size() > LONGEST_LINE) {
        throw tooLarge();
      }
    }
    return line.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = new byte[length];
    int got = 0;
    while (got < length) {
      int count = in.read(bytes, got, length - got);
      if (count < 0) {
        throw new EOFException("The client went away within an event.");
      }
      got += count;
      requireTime();
    }
    return bytes;
  }

  private void skip(int length) throws IOException {
    byte[] piece = new byte[Math.min(length, 8_192)];
    int left = length;
    while (left > 0) {
      int count = in.read(piece, 0, Math.min(left, piece.length));
      if (count < 0) {
        throw new EOFException("The client went away within an event.");
      }
      left -= count;
      requireTime();
    }
  }

  private void requireTime() throws SocketTimeoutException {
    if (System.nanoTime() > end) {
      throw new SocketTimeoutException("An event took too long to arrive.");
    }
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (node.isObject()) {
        return node.asObject();
      }
    } catch (JacksonException e) {
      // told below
    }
    throw malformed();
  }

  private static int length(ObjectNode head, String name, int most) {
    JsonNode length = head.path(name);
    if (length.isMissingNode() || length.isNull()) {
      return 0;
    }
    if (!length.isIntegralNumber() || length.asLong(-1) < 0) {
      throw malformed();
    }
    if (length.asLong() > most) {
      throw tooLarge();
    }
    return length.asInt();
  }

  private static ReadingException malformed() {
    return new ReadingException(
        "request.malformed", "An event of the Wyoming protocol is a line with a JSON object.");
  }

  private static ReadingException tooLarge() {
    return new ReadingException(
        "request.too-large", "An event has at most 64 KB of data and 1 MB of sound here.");
  }
}
