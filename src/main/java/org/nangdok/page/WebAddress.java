package org.nangdok.page;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * An http or https address in canonical ASCII form: lower-case scheme and host, no user, no
 * fragment, no default port, everything outside RFC 3986's characters percent-encoded as UTF-8.
 *
 * @param uri the address
 * @param literal its host as a network address, when it is no name
 */
record WebAddress(URI uri, Optional<InetAddress> literal) {

  private static final int MAX_LENGTH = 2_048;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final String PATH_CHARACTERS = "-._~!$&'()*+,;=:@/";
  private static final String QUERY_CHARACTERS = PATH_CHARACTERS + "?";
  private static final String NOT_ALLOWED = "The address has a character that is not allowed.";

  /**
   * Reads an address as a person or a site gave it.
   *
   * @param reach what may be asked
   * @throws PageException if it isn't one to fetch
   */
  static WebAddress parse(String given, Reach reach) {
    String text = StringUtils.strip(given, " ");
    if (text.isEmpty()) {
      throw PageException.badUrl("The address is empty.");
    }
    if (text.length() > MAX_LENGTH) {
      throw PageException.badUrl("The address is longer than 2,048 characters.");
    }
    requireAllowedCharacters(text);
    Matcher parts = SCHEME.matcher(text);
    if (!parts.matches()) {
      throw PageException.scheme();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw PageException.scheme();
    }
    String rest = parts.group(2);
    if (!rest.startsWith("//")) {
      throw PageException.badUrl("The address has no host name.");
    }
    int end = firstOf(rest, 2, "/?#");
    return of(scheme, rest.substring(2, end), rest.substring(end), reach);
  }

  private static WebAddress of(String scheme, String authority, String rest, Reach reach) {
    if (authority.contains("@")) {
      throw PageException.credentials();
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    if (host.isEmpty()) {
      throw PageException.badUrl("The address has no host name.");
    }
    int usual = scheme.equals("https") ? 443 : 80;
    int port = hasPort ? port(authority.substring(colon + 1), usual) : usual;
    HostName name = HostName.parse(host);
    if (!reach.permits(name.text(), name.literal(), port)) {
      throw isLocal(name) ? PageException.blockedAddress() : PageException.port();
    }
    String where = name.text() + (port == usual ? "" : ":" + port);
    String pathAndQuery = pathAndQuery(rest);
    String path = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
    return new WebAddress(URI.create(scheme + "://" + where + path), name.literal());
  }

  /** Whether another port wouldn't help: no port of one's own network is read. */
  private static boolean isLocal(HostName name) {
    return AddressRules.isPrivateName(name.text())
        || name.literal()
            .filter(address -> !AddressRules.publicInternet().matches(address))
            .isPresent();
  }

  /**
   * The address that a reference on a page at this address points to (RFC 3986, section 5).
   *
   * @throws PageException if it isn't one to fetch
   */
  WebAddress resolve(String reference, Reach reach) {
    requireAllowedCharacters(reference);
    if (SCHEME.matcher(reference).matches()) {
      return parse(reference, reach);
    }
    if (reference.startsWith("//")) {
      return parse(uri.getScheme() + ":" + reference, reach);
    }
    String encoded = pathAndQuery(reference);
    try {
      String base = uri.getScheme() + "://" + uri.getRawAuthority();
      URI target =
          encoded.startsWith("?")
              ? URI.create(base + uri.getRawPath() + encoded)
              : uri.resolve(encoded);
      String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
      return parse(base + belowRoot(target.getRawPath()) + query, reach);
    } catch (IllegalArgumentException e) {
      throw PageException.badUrl("The address could not be read.");
    }
  }

  /** The host in its canonical form. */
  String host() {
    return String.valueOf(uri.getHost());
  }

  /** The host and port, which politeness and robots.txt go by. */
  String site() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static void requireAllowedCharacters(String text) {
    boolean allowed =
        text.codePoints()
            .noneMatch(
                c ->
                    Character.isISOControl(c)
                        || c == '\\'
                        || c == 0x2028
                        || c == 0x2029
                        || Character.getType(c) == Character.SURROGATE);
    if (!allowed) {
      throw PageException.badUrl(NOT_ALLOWED);
    }
  }

  /** Steps above the root lead nowhere (RFC 3986, section 5.2.4). */
  private static String belowRoot(String path) {
    String below = path;
    while (below.startsWith("/../")) {
      below = below.substring(3);
    }
    return below.equals("/..") ? "/" : below;
  }

  private static int port(String digits, int usual) {
    if (digits.isEmpty()) {
      return usual;
    }
    if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw PageException.port();
    }
    return Integer.parseInt(digits);
  }

  private static int firstOf(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static String pathAndQuery(String text) {
    String withoutFragment = text.substring(0, firstOf(text, 0, "#"));
    int question = firstOf(withoutFragment, 0, "?");
    String path = encode(withoutFragment.substring(0, question), PATH_CHARACTERS);
    return question == withoutFragment.length()
        ? path
        : path + "?" + encode(withoutFragment.substring(question + 1), QUERY_CHARACTERS);
  }

  private static String encode(String text, String keep) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean letter = c < 0x80 && Character.isLetterOrDigit(c);
      boolean encoded = c == '%' && isHex(text, i + 1) && isHex(text, i + 2);
      if (letter || encoded || keep.indexOf(c) >= 0) {
        out.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format(Locale.ROOT, "%%%02X", b));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
  }
}
