package org.nangdok.article.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one site's markup: CSS selectors for the parts of its article pages.
 *
 * @param name the site's short name, as its file is called
 * @param site the outlet's name as people know it
 * @param hosts host names; subdomains are included
 * @param mark a selector that matches only on this site's pages, for pages without an address
 * @param body the element that holds the article
 * @param title the headline
 * @param byline the reporter
 * @param published the time of publication
 * @param modified the time of the last change
 * @param drop elements inside the body that aren't the article, and the reason for each
 */
public record SiteProfile(
    String name,
    String site,
    List<String> hosts,
    @Nullable String mark,
    String body,
    @Nullable String title,
    @Nullable String byline,
    @Nullable String published,
    @Nullable String modified,
    List<Drop> drop) {

  /**
   * Elements to leave out.
   *
   * @param reason a stable code, as of dropped lines
   * @param selector which elements
   */
  public record Drop(String reason, String selector) {}

  public SiteProfile {
    hosts = List.copyOf(hosts);
    drop = List.copyOf(drop);
  }
}
