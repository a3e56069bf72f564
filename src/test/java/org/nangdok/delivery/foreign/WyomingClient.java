package org.nangdok.delivery.foreign;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of the Wyoming protocol, written from its page: a line of JSON, then as many bytes of
 * data and payload as that tells.
 */
final class WyomingClient implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Socket socket;
  private final BufferedInputStream in;

  record Event(String type, JsonNode data, byte[] payload) {}

  WyomingClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void raw(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As Home Assistant sends it: data behind the line. */
  void send(String type, Map<String, ?> data) throws IOException {
    byte[] more = JSON.writeValueAsBytes(data);
    raw(
        JSON.writeValueAsString(
            Map.of("type", type, "version", "1.7.2", "data_length", more.length)));
    raw("\n");
    socket.getOutputStream().write(more);
  }

  /** As the protocol also allows: data in the line. */
  void sendInLine(String type, Map<String, ?> data) throws IOException {
    raw(JSON.writeValueAsString(Map.of("type", type, "data", data)) + "\n");
  }

  /** The next event; an end instead of it fails the test. */
  Event next() throws IOException {
    return Objects.requireNonNull(read(), "The connection ended.");
  }

  private @Nullable Event read() throws IOException {
    var line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = in.read();
    }
    if (line.size() == 0) {
      return null;
    }
    JsonNode head = JSON.readTree(line.toByteArray());
    ObjectNode data = JSON.createObjectNode();
    if (head.path("data").isObject()) {
      data.setAll(head.path("data").asObject());
    }
    if (head.path("data_length").asInt(0) > 0) {
      data.setAll(JSON.readTree(in.readNBytes(head.path("data_length").asInt())).asObject());
    }
    return new Event(
        head.get("type").asString(), data, in.readNBytes(head.path("payload_length").asInt(0)));
  }

  /** All events to one of a type, or to the connection's end. */
  List<Event> until(String type) throws IOException {
    List<Event> events = new ArrayList<>();
    for (Event event = read(); event != null; event = read()) {
      events.add(event);
      if (event.type().equals(type)) {
        break;
      }
    }
    return events;
  }

  static byte[] sound(List<Event> events) {
    var sound = new ByteArrayOutputStream();
    events.stream()
        .filter(event -> event.type().equals("audio-chunk"))
        .forEach(event -> sound.writeBytes(event.payload()));
    return sound.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
