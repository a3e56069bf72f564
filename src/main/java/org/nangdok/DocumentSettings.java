package org.nangdok;

import java.time.Duration;
import org.nangdok.document.DocumentBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large files may be that are handed in, under {@code nangdok.documents.} in the configuration.
 *
 * @param size the longest file
 * @param time how long one may be worked on before it is refused
 */
@ConfigurationProperties("nangdok.documents")
record DocumentSettings(@DefaultValue("64MB") DataSize size, @DefaultValue("60s") Duration time) {

  DocumentSettings {
    if (size.toBytes() < 1 || !time.isPositive()) {
      throw new IllegalArgumentException(
          "nangdok.documents takes a size and a time above nothing.");
    }
  }

  DocumentBounds bounds() {
    DocumentBounds usual = DocumentBounds.USUAL;
    return new DocumentBounds(
        size.toBytes(),
        Math.max(usual.unpacked(), size.toBytes()),
        usual.member(),
        usual.members(),
        usual.pages(),
        usual.depth(),
        usual.characters(),
        usual.blocks(),
        time);
  }
}
