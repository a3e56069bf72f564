package org.nangdok.delivery.foreign;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of the Wyoming protocol.
 *
 * @param type such as {@code synthesize}
 * @param data what it says, an object
 * @param payload sound, or nothing; of an event that came in it isn't kept
 */
@SuppressWarnings("ArrayRecordComponent") // written at once, never compared
record WyomingEvent(String type, JsonNode data, byte[] payload) {

  private static final byte[] NOTHING = new byte[0];

  static WyomingEvent of(String type) {
    return new WyomingEvent(type, JsonMapper.shared().createObjectNode(), NOTHING);
  }

  static WyomingEvent of(String type, Object data) {
    return new WyomingEvent(type, JsonMapper.shared().valueToTree(data), NOTHING);
  }

  /** The event as bytes: a line of JSON, then data and payload, whose lengths it tells. */
  byte[] bytes() {
    JsonMapper json = JsonMapper.shared();
    byte[] more = data.isEmpty() ? NOTHING : json.writeValueAsBytes(data);
    ObjectNode head = json.createObjectNode().put("type", type).put("version", "1.7.2");
    if (more.length > 0) {
      head.put("data_length", more.length);
    }
    if (payload.length > 0) {
      head.put("payload_length", payload.length);
    }
    byte[] line = json.writeValueAsBytes(head);
    byte[] all = new byte[line.length + 1 + more.length + payload.length];
    System.arraycopy(line, 0, all, 0, line.length);
    all[line.length] = '\n';
    System.arraycopy(more, 0, all, line.length + 1, more.length);
    System.arraycopy(payload, 0, all, line.length + 1 + more.length, payload.length);
    return all;
  }
}
