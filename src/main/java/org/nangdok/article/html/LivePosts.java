package org.nangdok.article.html;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The posts of a live blog: neighbours in the page that each bear a time of their own.
 *
 * <p>A page is one if its JSON-LD says {@code LiveBlogPosting} (schema.org) or if the class, id or
 * {@code itemprop} of an element around the posts, or of the posts, says so.
 *
 * @param posts the lines of each post, in the page's order
 * @param oldestFirst whether the page prints the oldest post first
 * @param lead the lines of the article above the first post
 */
public record LivePosts(List<PageLines.Range> posts, boolean oldestFirst, PageLines.Range lead) {

  /** Fewer stamped neighbours are no live blog. */
  private static final int LEAST = 3;

  private static final int DEEPEST = 8;

  private static final String STAMPS =
      "time, [itemprop=datePublished], [class*=timestamp], [class*=post-time], [class*=posttime]";

  private static final Pattern MARK =
      Pattern.compile(
          "live[-_ ]?(?:blog|ticker|updates?|posts?|feed|story)|(?:blog|post)[-_]live",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> DECLARED = Set.of("LiveBlogPosting");

  public LivePosts {
    posts = List.copyOf(posts);
  }

  /** The posts of a page, if it is a live blog. */
  public static Optional<LivePosts> find(
      Document document, PageLines page, StructuredData data, String language) {
    boolean declared = data.all().stream().anyMatch(node -> StructuredData.isOf(node, DECLARED));
    Map<Element, Set<Element>> neighbours = new LinkedHashMap<>();
    for (Element stamp : document.select(STAMPS)) {
      Element child = stamp;
      Element parent = stamp.parent();
      for (int up = 0; up < DEEPEST && parent != null; up++) {
        neighbours.computeIfAbsent(parent, p -> new LinkedHashSet<>()).add(child);
        child = parent;
        parent = parent.parent();
      }
    }
    @Nullable Element list = null;
    int most = LEAST - 1;
    for (Map.Entry<Element, Set<Element>> entry : neighbours.entrySet()) {
      int posts = posts(entry.getValue(), page).size();
      if (posts > most && (declared || isMarked(entry.getKey(), entry.getValue()))) {
        list = entry.getKey();
        most = posts;
      }
    }
    if (list == null) {
      return Optional.empty();
    }
    List<Element> posts = posts(neighbours.getOrDefault(list, Set.of()), page);
    return Optional.of(
        new LivePosts(
            posts.stream().map(page::of).toList(),
            isOldestFirst(posts, language),
            lead(list, posts.getFirst(), page)));
  }

  /** From the beginning of the element that holds headline and posts to the first post. */
  private static PageLines.Range lead(Element list, Element first, PageLines page) {
    @Nullable Element around = list.closest("article, main, [role=main]");
    if (around == null) {
      around = list.parent() == null ? list : list.parent();
    }
    int to = page.of(first).from();
    return new PageLines.Range(Math.min(to, page.of(around).from()), to);
  }

  /** Those of some neighbours that hold text beside their time. */
  private static List<Element> posts(Set<Element> neighbours, PageLines page) {
    List<Element> posts = new ArrayList<>();
    for (Element child : neighbours) {
      PageLines.Range range = page.of(child);
      boolean text =
          page.lines().subList(range.from(), range.to()).stream().anyMatch(LineShape::isRunning);
      if (text) {
        posts.add(child);
      }
    }
    return posts;
  }

  private static boolean isMarked(Element list, Set<Element> children) {
    @Nullable Element up = list;
    for (int level = 0; level < 3 && up != null; level++, up = up.parent()) {
      if (says(up)) {
        return true;
      }
    }
    return says(children.iterator().next());
  }

  private static boolean says(Element element) {
    return !element.nameIs("body")
        && !element.nameIs("html")
        && (MARK.matcher(element.className()).find()
            || MARK.matcher(element.id()).find()
            || element.attr("itemprop").equals("liveBlogUpdate"));
  }

  private static boolean isOldestFirst(List<Element> posts, String language) {
    Optional<OffsetDateTime> first = time(posts.getFirst(), language);
    Optional<OffsetDateTime> last = time(posts.getLast(), language);
    return first.isPresent() && last.isPresent() && first.get().isBefore(last.get());
  }

  private static Optional<OffsetDateTime> time(Element post, String language) {
    Element stamp = post.is(STAMPS) ? post : post.selectFirst(STAMPS);
    if (stamp == null) {
      return Optional.empty();
    }
    String printed = stamp.hasAttr("datetime") ? stamp.attr("datetime") : stamp.text();
    return Times.read(printed, language);
  }
}
