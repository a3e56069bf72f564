package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.nangdok.delivery.access.RoutedPath;

/** Which requests bring a file, by their address and by what they call their body. */
final class DocumentRequests {

  private static final Set<String> DOORS =
      Set.of(
          "/api/documents",
          "/api/readings",
          "/api/articles",
          "/api/scripts",
          "/api/works",
          "/listen");

  private DocumentRequests() {}

  static boolean isOne(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !request.getMethod().equals("POST")) {
      return false;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    return !lower.startsWith("application/json")
        && !lower.startsWith("application/x-www-form-urlencoded")
        && DOORS.contains(RoutedPath.of(request));
  }
}
