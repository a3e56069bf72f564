package org.nangdok.delivery;

import org.nangdok.delivery.access.SignedLinks;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * An address on this service in an answer. It is written as text, signed if who asks needs that.
 *
 * @param path with its leading slash
 */
record Address(String path) {

  /** Writes addresses. */
  static final class Writer extends StdSerializer<Address> {

    private final SignedLinks links;

    Writer(SignedLinks links) {
      super(Address.class);
      this.links = links;
    }

    @Override
    public void serialize(Address address, JsonGenerator out, SerializationContext context) {
      out.writeString(links.sign(address.path()));
    }
  }
}
