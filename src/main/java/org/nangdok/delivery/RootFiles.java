package org.nangdok.delivery;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of {@code web/} that must stand at the root of the site, because others look there. */
@RestController
class RootFiles {

  /** The script of pages that embed. */
  @GetMapping("/embed.js")
  ResponseEntity<byte[]> embed() throws IOException {
    return file("embed.js", "text/javascript;charset=UTF-8");
  }

  /** The service worker, whose scope is the folder it comes from. */
  @GetMapping("/sw.js")
  ResponseEntity<byte[]> worker() throws IOException {
    return file("sw.js", "text/javascript;charset=UTF-8");
  }

  @GetMapping("/manifest.webmanifest")
  ResponseEntity<byte[]> manifest() throws IOException {
    return file("manifest.webmanifest", "application/manifest+json");
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<byte[]> icon() throws IOException {
    return file("favicon.ico", "image/x-icon");
  }

  private static ResponseEntity<byte[]> file(String name, String type) throws IOException {
    try (InputStream file = new ClassPathResource("web/" + name).getInputStream()) {
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType(type))
          .header("Cache-Control", "no-cache")
          .body(file.readAllBytes());
    }
  }
}
