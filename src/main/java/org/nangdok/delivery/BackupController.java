package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.Backups;
import org.nangdok.publish.DownloadName;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A backup of the running service, for administrators. */
@RestController
class BackupController {

  private final Backups backups;

  BackupController(Backups backups) {
    this.backups = backups;
  }

  @GetMapping("/api/administration/backup")
  void backup(@RequestParam(required = false) @Nullable String clips, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", DownloadName.attachment("nangdok-backup.zip"));
    backups.write(response.getOutputStream(), clips != null);
  }
}
