package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page's JSON-LD: the object that describes the article (schema.org {@code Article} and its
 * subtypes), and the others. Broken blocks are passed over.
 *
 * @param article the article's object, if there is one
 * @param all all objects, nested ones included
 */
public record StructuredData(@Nullable JsonNode article, List<JsonNode> all) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "SocialMediaPosting",
          "AdvertiserContentArticle",
          "SatiricalArticle",
          "DiscussionForumPosting");

  private static final int LONGEST = 1_000_000;
  private static final int MOST = 400;

  public StructuredData {
    all = List.copyOf(all);
  }

  /** Reads the JSON-LD of a page. */
  public static StructuredData of(Document document) {
    List<JsonNode> all = new ArrayList<>();
    for (Element script : document.select("script[type*=ld+json]")) {
      String data = script.data();
      if (data.length() <= LONGEST) {
        parse(data).ifPresent(node -> collect(node, all, 0));
      }
    }
    JsonNode article =
        all.stream()
            .filter(StructuredData::isArticle)
            .max(
                (a, b) ->
                    Integer.compare(
                        a.path("articleBody").asString("").length(),
                        b.path("articleBody").asString("").length()))
            .orElse(null);
    return new StructuredData(article, all);
  }

  /** The article's text as the data has it, if it has one. */
  public Optional<String> articleBody() {
    if (article == null) {
      return Optional.empty();
    }
    String body = article.path("articleBody").asString("");
    return body.isBlank() ? Optional.empty() : Optional.of(body);
  }

  /** CSS selectors of the parts of the article that aren't free (schema.org {@code hasPart}). */
  public List<String> paidParts() {
    List<String> selectors = new ArrayList<>();
    for (JsonNode node : all) {
      String free = node.path("isAccessibleForFree").asString("true");
      String selector = node.path("cssSelector").asString("");
      if (free.equalsIgnoreCase("false") && !selector.isBlank()) {
        selectors.add(selector);
      }
    }
    return selectors;
  }

  /** Whether an object has one of these types. */
  public static boolean isOf(JsonNode node, Set<String> types) {
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (types.contains(one.asString(""))) {
          return true;
        }
      }
      return false;
    }
    return types.contains(type.asString(""));
  }

  private static boolean isArticle(JsonNode node) {
    return isOf(node, ARTICLES);
  }

  private static Optional<JsonNode> parse(String data) {
    String json = data.strip();
    if (json.startsWith("<!--") || json.startsWith("//<![CDATA[")) {
      int start = json.indexOf('{');
      int end = json.lastIndexOf('}');
      json = start >= 0 && end > start ? json.substring(start, end + 1) : "";
    }
    try {
      return json.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(json));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private static void collect(JsonNode node, List<JsonNode> all, int depth) {
    if (depth > 6 || all.size() >= MOST) {
      return;
    }
    if (node.isObject()) {
      all.add(node);
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (member.getValue().isContainer()) {
          collect(member.getValue(), all, depth + 1);
        }
      }
    } else if (node.isArray()) {
      Iterator<JsonNode> elements = node.iterator();
      while (elements.hasNext()) {
        collect(elements.next(), all, depth + 1);
      }
    }
  }
}
