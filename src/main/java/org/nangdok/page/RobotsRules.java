package org.nangdok.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What one site's robots.txt lets this program read (RFC 9309): of the group that names it, or else
 * of the group for all, the longest matching path decides, and {@code Allow} wins a draw.
 */
final class RobotsRules {

  private static final int MAX_LINES = 10_000;

  private record Rule(boolean allow, String path) {}

  private final List<Rule> rules;

  private RobotsRules(List<Rule> rules) {
    this.rules = rules;
  }

  static RobotsRules everything() {
    return new RobotsRules(List.of());
  }

  static RobotsRules nothing() {
    return new RobotsRules(List.of(new Rule(false, "/")));
  }

  /**
   * Reads a robots.txt.
   *
   * @param product this program's name in User-agent lines, in lower case
   */
  static RobotsRules parse(String text, String product) {
    List<Rule> own = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    boolean named = false;
    Set<String> agents = new HashSet<>();
    boolean inRules = false;
    for (String line : text.lines().limit(MAX_LINES).toList()) {
      String plain = line.replaceFirst("#.*", "");
      int colon = plain.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (inRules) {
          agents.clear();
          inRules = false;
        }
        String agent = value.toLowerCase(Locale.ROOT);
        agents.add(agent);
        named |= agent.equals(product);
      } else if (key.equals("allow") || key.equals("disallow")) {
        inRules = true;
        Rule rule = new Rule(key.equals("allow"), value);
        if (value.isEmpty()) {
          continue;
        }
        if (agents.contains(product)) {
          own.add(rule);
        }
        if (agents.contains("*")) {
          all.add(rule);
        }
      }
    }
    return new RobotsRules(named ? own : all);
  }

  /**
   * Whether a path may be read.
   *
   * @param path percent-encoded, with its query
   */
  boolean allows(String path) {
    if (path.equals("/robots.txt")) {
      return true;
    }
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.path().length();
      if (matches(rule.path(), path) && (length > longest || (length == longest && rule.allow()))) {
        longest = length;
        allowed = rule.allow();
      }
    }
    return allowed;
  }

  /**
   * A pattern matches from the start; {@code *} stands for anything, a last {@code $} for the end.
   */
  private static boolean matches(String pattern, String path) {
    boolean toEnd = pattern.endsWith("$");
    String[] parts =
        (toEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int found =
          last && toEnd
              ? (path.length() - parts[i].length() >= at && path.endsWith(parts[i])
                  ? path.length() - parts[i].length()
                  : -1)
              : path.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !toEnd || at == path.length();
  }
}
