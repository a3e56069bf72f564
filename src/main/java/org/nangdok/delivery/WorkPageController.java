package org.nangdok.delivery;

import java.nio.charset.StandardCharsets;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.work.WorkDesk;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of a work. */
@RestController
class WorkPageController {

  private final WorkDesk works;
  private final SignedLinks links;

  WorkPageController(WorkDesk works, SignedLinks links) {
    this.works = works;
    this.links = links;
  }

  @GetMapping("/works/{id}")
  ResponseEntity<byte[]> page(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Cache-Control", "no-cache")
        .body(WorkPage.of(works.find(id), links::sign).getBytes(StandardCharsets.UTF_8));
  }
}
