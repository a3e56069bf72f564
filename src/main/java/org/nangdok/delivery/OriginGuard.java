package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Refusal;
import org.nangdok.delivery.access.RoutedPath;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where nobody needs a key, keeps the service for persons and their programs: what a page of
 * another site sends is answered only where its site was allowed ({@code nangdok.web.origins}), it
 * brings a key, or it asks for what is made for others (the widget's files, and the sound of
 * readings that an allowed site has opened). A person who follows a link sees its page.
 *
 * <p>Browsers tell by {@code Sec-Fetch-Site} (Fetch Metadata, W3C), older ones by {@code Origin} or
 * {@code Referer}; programs send none of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class OriginGuard extends OncePerRequestFilter {

  private static final Refusal REFUSAL =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "request.origin",
          "Pages of other sites may not use this service. Its administrator can allow a site with"
              + " nangdok.web.origins.");

  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Pattern FOR_ALL =
      Pattern.compile(
          "/web/.*|/embed\\.js|/favicon\\.ico|/manifest\\.webmanifest|/embed/[^/]+|/podcasts/.*");
  private static final Pattern PAGE =
      Pattern.compile("/|/listen|/statistics|/r/[^/]+|/openapi\\.json");
  private static final Pattern SOUND =
      Pattern.compile(
          "/clips/(?<clip>[^/]+)\\.mp3|/api/readings/(?<reading>[^/]+)(?:/.*)?|/oembed");
  private static final Pattern EMBEDDED_PAGE = Pattern.compile(".*/(?:r|embed)/([^/?#]+).*");

  private final boolean open;
  private final @Nullable String publicOrigin;
  private final WebSettings settings;
  private final Opened embedded;

  /** Readings whose sound and transcript pages of other sites may load. */
  interface Opened {
    /** A page of an allowed site has opened a reading. */
    void note(String reading);

    boolean has(String reading);

    /** Whether a clip belongs to one of them. */
    boolean hasClip(String key);
  }

  OriginGuard(
      @Value("${nangdok.web.mode:open}") String mode,
      @Value("${nangdok.public-address}") URI service,
      WebSettings settings,
      Opened embedded) {
    this.open = mode.equalsIgnoreCase("open");
    this.publicOrigin = origin(service.toString());
    this.settings = settings;
    this.embedded = embedded;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!open || !isForeign(request) || isAllowed(request)) {
      chain.doFilter(request, response);
      noteMade(request, response);
      return;
    }
    REFUSAL.write(response);
  }

  private boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    if (origin != null && !isOwn(origin, request)) {
      return true;
    }
    if (site != null) {
      return !OWN.contains(site.toLowerCase(Locale.ROOT));
    }
    String referer = request.getHeader("Referer");
    return origin == null && referer != null && !isOwn(origin(referer), request);
  }

  private boolean isOwn(@Nullable String origin, HttpServletRequest request) {
    if (origin == null) {
      return false;
    }
    String own = origin(request.getRequestURL().toString());
    return origin.equalsIgnoreCase(own) || origin.equalsIgnoreCase(publicOrigin);
  }

  private boolean isAllowed(HttpServletRequest request) {
    String path = RoutedPath.of(request);
    boolean listed = isListed(request);
    if (listed) {
      note(path);
    }
    // A wrong key is refused where keys are proved.
    if (listed || request.getHeader("Authorization") != null) {
      return true;
    }
    boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    if (!reads) {
      return false;
    }
    if (FOR_ALL.matcher(path).matches()) {
      return true;
    }
    return PAGE.matcher(path).matches() ? isNavigation(request) : isOfEmbedded(path, request);
  }

  private boolean isListed(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String from = origin != null ? origin : origin(request.getHeader("Referer"));
    return from != null && settings.origins().contains(from);
  }

  /** A page that may show a reading has opened it: what belongs to it loads without an origin. */
  private void note(String path) {
    Matcher sound = SOUND.matcher(path);
    if (sound.matches() && sound.group("reading") != null) {
      embedded.note(sound.group("reading"));
    }
  }

  private void noteMade(HttpServletRequest request, HttpServletResponse response) {
    String made = response.getHeader("Location");
    if (made != null && request.getMethod().equals("POST") && isListed(request)) {
      note(made);
    }
  }

  /** Somebody goes to the page; a script or an image doesn't. */
  private static boolean isNavigation(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return request.getMethod().equals("GET") && (mode == null || mode.equals("navigate"));
  }

  private boolean isOfEmbedded(String path, HttpServletRequest request) {
    Matcher sound = SOUND.matcher(path);
    if (!sound.matches()) {
      return false;
    }
    if (sound.group("clip") != null) {
      return embedded.hasClip(sound.group("clip"));
    }
    if (sound.group("reading") != null) {
      return embedded.has(sound.group("reading"));
    }
    Matcher page = EMBEDDED_PAGE.matcher(String.valueOf(request.getParameter("url")));
    return page.matches() && embedded.has(page.group(1));
  }

  private static @Nullable String origin(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      if (host == null || uri.getScheme() == null) {
        return null;
      }
      boolean usual =
          uri.getPort() < 0
              || uri.getPort() == (uri.getScheme().equalsIgnoreCase("https") ? 443 : 80);
      String origin = uri.getScheme() + "://" + host + (usual ? "" : ":" + uri.getPort());
      return origin.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
