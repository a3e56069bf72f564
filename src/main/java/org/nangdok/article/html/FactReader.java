package org.nangdok.article.html;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the facts about an article. For each fact the sources are asked in a fixed order and the
 * first that answers is noted: the site's profile, JSON-LD, OpenGraph and other {@code meta}
 * elements, the markup.
 */
public final class FactReader {

  /** Longer facts are none, and patterns on them would be slow. */
  private static final int LONGEST = 1_000;

  private final Document document;
  private final @Nullable SiteProfile profile;
  private final @Nullable JsonNode data;
  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, String> metas = new HashMap<>();
  private final String zone;

  private FactReader(
      Document document, @Nullable SiteProfile profile, StructuredData data, String language) {
    this.document = document;
    this.profile = profile;
    this.data = data.article();
    this.zone = language;
    for (Element meta : document.select("meta[content]")) {
      for (String attribute : List.of("property", "name", "itemprop")) {
        String name = meta.attr(attribute);
        if (!name.isEmpty() && !meta.attr("content").isBlank()) {
          metas.putIfAbsent(name, meta.attr("content"));
        }
      }
    }
  }

  /**
   * @param headline the text of the line that looks like the headline, empty if none does
   * @param above the nearest heading above the text, for pages that name their headline nowhere
   * @param language of the article's text; tells the zone of times that are printed without one
   */
  public static PageFacts read(
      Document document,
      @Nullable SiteProfile profile,
      StructuredData data,
      String headline,
      String above,
      String language) {
    FactReader reader = new FactReader(document, profile, data, language);
    String site = reader.site();
    return new PageFacts(
        reader.title(headline, above, site),
        reader.first(
            "subheadline",
            reader.json("alternativeHeadline"),
            reader.element(
                "element",
                "h2.subtitle, .sub-title, .subheadline, .article-subtitle, .standfirst, .deck, .dek")),
        reader.byline(site),
        reader.time(
            "published",
            "datePublished",
            "article:published_time, datePublished, og:regDate, pubdate, date, article:published, sailthru.date, parsely-pub-date, DC.date.issued, cXenseParse:recs:publishtime",
            profile == null ? null : profile.published()),
        reader.time(
            "modified",
            "dateModified",
            "article:modified_time, dateModified, og:updated_time, lastmod",
            profile == null ? null : profile.modified()),
        site,
        reader.first(
            "section",
            reader.json("articleSection"),
            reader.meta("article:section, section, og:article:section, parsely-section")),
        reader.absolute(
            reader.first(
                "canonical",
                () ->
                    Optional.ofNullable(document.selectFirst("link[rel=canonical]"))
                        .map(e -> new Fact("canonical-link", e.attr("href"))),
                reader.meta("og:url"))),
        reader.absolute(
            reader.first(
                "image", reader.meta("og:image, og:image:url, twitter:image"), reader.jsonImage())),
        reader.alternate(),
        reader.freeToRead(),
        reader.sources);
  }

  private record Fact(String source, String value) {}

  @SafeVarargs
  private @Nullable String first(String name, Supplier<Optional<Fact>>... from) {
    for (Supplier<Optional<Fact>> source : from) {
      Optional<Fact> fact = source.get().filter(f -> !f.value().isBlank());
      if (fact.isPresent()) {
        sources.put(name, fact.get().source());
        String value = fact.get().value().strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
      }
    }
    return null;
  }

  private Supplier<Optional<Fact>> json(String member) {
    return () ->
        Optional.ofNullable(data)
            .map(node -> text(node.path(member)))
            .map(value -> new Fact("json-ld", value));
  }

  private Supplier<Optional<Fact>> jsonImage() {
    return () ->
        Optional.ofNullable(data)
            .map(node -> node.path("image"))
            .map(node -> node.isArray() && !node.isEmpty() ? node.get(0) : node)
            .map(node -> node.isObject() ? node.path("url").asString("") : node.asString(""))
            .map(value -> new Fact("json-ld", value));
  }

  private Supplier<Optional<Fact>> meta(String names) {
    return () -> {
      for (String name : names.split(", ")) {
        String content = metas.get(name);
        if (content != null) {
          return Optional.of(new Fact("meta " + name, content));
        }
      }
      return Optional.empty();
    };
  }

  private Supplier<Optional<Fact>> element(String source, @Nullable String selector) {
    return () ->
        selector == null
            ? Optional.empty()
            : Optional.ofNullable(document.selectFirst(selector))
                .map(
                    e ->
                        e.nameIs("meta")
                            ? e.attr("content")
                            : e.hasAttr("datetime")
                                ? e.attr("datetime")
                                : e.hasAttr("data-date-time") ? e.attr("data-date-time") : e.text())
                .map(value -> new Fact(source, value));
  }

  /** Text of a member that may be a list or an object with a name. */
  private static String text(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(text(part)));
      return String.join(", ", parts.stream().filter(part -> !part.isBlank()).limit(4).toList());
    }
    return node.isObject() ? text(node.path("name")) : node.asString("");
  }

  private @Nullable String site() {
    String site =
        first(
            "site",
            () ->
                profile == null || isPortal()
                    ? Optional.empty()
                    : Optional.of(new Fact("profile", profile.site())),
            meta("og:article:author"),
            meta("og:site_name"),
            () ->
                Optional.ofNullable(data)
                    .map(n -> text(n.path("publisher")))
                    .map(v -> new Fact("json-ld", v)),
            meta("application-name, al:android:app_name"));
    return site == null ? null : Titles.withoutPortal(site);
  }

  private boolean isPortal() {
    return profile != null && Set.of("naver", "daum", "nate").contains(profile.name());
  }

  private String title(String headline, String above, @Nullable String site) {
    String title =
        first(
            "title",
            element("profile", profile == null ? null : profile.title()),
            () -> withoutKicker(headline, site),
            () -> Optional.of(new Fact("headline", Titles.isOf(site, headline) ? "" : headline)),
            () -> json("headline").get().filter(f -> !Titles.isOf(site, f.value())),
            () -> meta("og:title, twitter:title").get().filter(f -> !Titles.isOf(site, f.value())),
            () ->
                Optional.of(
                    new Fact(
                        "title-element",
                        Titles.isOf(site, document.title()) ? "" : document.title())),
            () -> Optional.of(new Fact("heading-above", Titles.isOf(site, above) ? "" : above)));
    if (title == null) {
      return "";
    }
    // JSON-LD and meta titles are sometimes escaped twice.
    String plain = org.jsoup.parser.Parser.unescapeEntities(title, false);
    return Titles.withoutSite(plain, site, headline);
  }

  /** The headline as the data has it, if the page prints only a section's name before it. */
  private Optional<Fact> withoutKicker(String headline, @Nullable String site) {
    return json("headline")
        .get()
        .filter(fact -> Titles.isWithoutKicker(fact.value(), headline, site));
  }

  private @Nullable String byline(@Nullable String site) {
    return first(
        "byline",
        element("profile", profile == null ? null : profile.byline()),
        () ->
            json("author")
                .get()
                .filter(f -> !f.value().equals(site) && !f.value().startsWith("http")),
        () ->
            meta("author, article:author, og:article:author, byl, parsely-author, dable:author, sailthru.author")
                .get()
                .filter(f -> !f.value().equals(site) && !f.value().startsWith("http")),
        element(
            "element",
            "[itemprop=author] [itemprop=name], [rel=author], [itemprop=author], .byline .author, .author-name, .byline a, .byline, .reporter_name"));
  }

  private @Nullable OffsetDateTime time(
      String name, String member, String metas, @Nullable String selector) {
    List<Supplier<Optional<Fact>>> from =
        List.of(
            json(member),
            meta(metas),
            element("profile", selector),
            element("element", "time[itemprop=" + member + "], [itemprop=" + member + "]"),
            () -> name.equals("published") ? printed() : Optional.empty());
    for (Supplier<Optional<Fact>> source : from) {
      Optional<Fact> fact = source.get().filter(f -> !f.value().isBlank());
      Optional<OffsetDateTime> time = fact.flatMap(f -> Times.read(f.value(), zone));
      if (fact.isPresent() && time.isPresent()) {
        sources.put(name, fact.get().source());
        return time.get();
      }
    }
    return null;
  }

  /** The first time that the page marks up outside its frame. */
  private Optional<Fact> printed() {
    return document.select("time[datetime]").stream()
        .filter(time -> time.closest("footer, nav, aside, dialog") == null)
        .map(time -> new Fact("element", time.attr("datetime")))
        .findFirst();
  }

  private @Nullable String alternate() {
    Element link =
        document.selectFirst(
            "link[rel=amphtml], link[rel=alternate][media*=handheld], link[rel=alternate][media*=max-width]");
    return link == null ? null : absolute(link.attr("href"));
  }

  private boolean freeToRead() {
    if (data == null || !data.has("isAccessibleForFree")) {
      return true;
    }
    return !data.path("isAccessibleForFree").asString("true").equalsIgnoreCase("false");
  }

  private @Nullable String absolute(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    try {
      String base = document.baseUri();
      URI uri =
          base.isEmpty() ? URI.create(address.strip()) : URI.create(base).resolve(address.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web ? uri.toString() : null;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
