package org.nangdok.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.Yaml;

/**
 * What the service answers, as a document that programs read (OpenAPI 3.1). It is kept by hand in
 * {@code openapi.yaml} beside this class; the tests hold every answer against it.
 */
@RestController
class OpenApiController {

  /** Read with the first request: it is long. */
  private final SingletonSupplier<Map<String, Object>> document;

  OpenApiController(@Value("${nangdok.public-address}") URI service) {
    this.document = SingletonSupplier.of(() -> of(service));
  }

  private static Map<String, Object> of(URI service) {
    try {
      Map<String, Object> document = new LinkedHashMap<>(read());
      document.put("servers", List.of(Map.of("url", service.toString())));
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException("The document openapi.yaml can't be read.", e);
    }
  }

  /** The document as it is kept. */
  static Map<String, Object> read() throws IOException {
    try (InputStream in =
        new ClassPathResource("openapi.yaml", OpenApiController.class).getInputStream()) {
      return new Yaml().load(in);
    }
  }

  @GetMapping("/openapi.json")
  Map<String, Object> document() {
    return document.obtain();
  }
}
