package org.nangdok.delivery;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which other sites may do what with this one, under {@code nangdok.web.} in the configuration.
 *
 * @param frameAncestors origins such as {@code https://news.example} whose pages may show {@code
 *     /embed/} in a frame
 * @param origins origins whose scripts may call the API
 */
@ConfigurationProperties("nangdok.web")
record WebSettings(@Nullable List<String> frameAncestors, @Nullable List<String> origins) {

  WebSettings {
    frameAncestors = origins("nangdok.web.frame-ancestors", frameAncestors);
    origins = origins("nangdok.web.origins", origins);
  }

  /** The list as a policy names it. */
  String frames() {
    List<String> listed = List.copyOf(frameAncestors());
    return listed.isEmpty() ? "'none'" : String.join(" ", listed);
  }

  @Override
  public List<String> frameAncestors() {
    return frameAncestors == null ? List.of() : frameAncestors;
  }

  @Override
  public List<String> origins() {
    return origins == null ? List.of() : origins;
  }

  /** An entry that isn't an origin could widen the policy it is written into. */
  private static List<String> origins(String property, @Nullable List<String> given) {
    if (given == null) {
      return List.of();
    }
    for (String origin : given) {
      if (!isOrigin(origin)) {
        throw new IllegalArgumentException(
            property + " takes origins such as https://news.example, not \"" + origin + "\".");
      }
    }
    return List.copyOf(given);
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      String plain =
          uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
      return web && uri.getHost() != null && plain.equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
