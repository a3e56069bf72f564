package org.nangdok.article.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The sites whose markup is known, one file each under {@code sites/}, named in {@code
 * sites/index.txt}. Immutable.
 */
public final class SiteProfiles {

  private final List<SiteProfile> profiles = new ArrayList<>();
  private final Evaluator anyMark;

  /** Reads all profiles; a wrong one is named with what is wrong. */
  public SiteProfiles() {
    for (String name : text("sites/index.txt").lines().toList()) {
      if (!name.isBlank() && !name.startsWith("#")) {
        profiles.add(profile(name.strip()));
      }
    }
    anyMark =
        QueryParser.parse(
            profiles.stream()
                .map(SiteProfile::mark)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
  }

  /** All profiles. */
  public List<SiteProfile> all() {
    return List.copyOf(profiles);
  }

  /** The profile of a page, by its address, else by a mark that only that site's pages bear. */
  public Optional<SiteProfile> of(@Nullable String address, Document document) {
    String host = host(address);
    for (SiteProfile profile : profiles) {
      for (String known : profile.hosts()) {
        if (host.equals(known) || host.endsWith("." + known)) {
          return Optional.of(profile);
        }
      }
    }
    if (document.selectFirst(anyMark) == null) {
      return Optional.empty();
    }
    return profiles.stream()
        .filter(profile -> profile.mark() != null && document.selectFirst(profile.mark()) != null)
        .findFirst();
  }

  private static String host(@Nullable String address) {
    if (address == null) {
      return "";
    }
    try {
      String host = URI.create(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  private static SiteProfile profile(String name) {
    String file = "sites/" + name + ".yaml";
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    if (!(read instanceof Map<?, ?> facts)) {
      throw new IllegalStateException(file + ": is not a list of facts.");
    }
    List<SiteProfile.Drop> drops = new ArrayList<>();
    if (facts.get("drop") instanceof Map<?, ?> reasons) {
      reasons.forEach(
          (reason, selector) ->
              drops.add(
                  new SiteProfile.Drop(
                      String.valueOf(reason), checked(file, String.valueOf(selector)))));
    }
    List<String> hosts = new ArrayList<>();
    if (facts.get("hosts") instanceof List<?> names) {
      names.forEach(host -> hosts.add(String.valueOf(host)));
    }
    String body = selector(file, facts, "body");
    if (body == null || hosts.isEmpty()) {
      throw new IllegalStateException(file + ": needs hosts and body.");
    }
    return new SiteProfile(
        name,
        String.valueOf(facts.get("site")),
        hosts,
        selector(file, facts, "mark"),
        body,
        selector(file, facts, "title"),
        selector(file, facts, "byline"),
        selector(file, facts, "published"),
        selector(file, facts, "modified"),
        drops);
  }

  private static @Nullable String selector(String file, Map<?, ?> facts, String name) {
    Object value = facts.get(name);
    return value == null ? null : checked(file, value.toString());
  }

  private static String checked(String file, String selector) {
    try {
      QueryParser.parse(selector);
      return selector;
    } catch (Selector.SelectorParseException wrong) {
      throw new IllegalStateException(file + ": " + selector + " is no selector.", wrong);
    }
  }

  private static String text(String file) {
    try (InputStream bytes = SiteProfiles.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The data file " + file + " is missing.");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
