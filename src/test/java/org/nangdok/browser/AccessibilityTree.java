package org.nangdok.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a screen reader is told of a page, as lines that people can read: role, name, value and
 * states, indented by depth. Numbers are written as #, because lengths differ by voice.
 */
final class AccessibilityTree {

  private static final Set<String> UNTOLD =
      Set.of("none", "generic", "InlineTextBox", "LineBreak", "LayoutTableRow", "LayoutTableCell");
  private static final Set<String> STATES =
      Set.of(
          "checked", "expanded", "pressed", "disabled", "required", "invalid", "roledescription");

  private final Map<String, JsonNode> nodes = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private AccessibilityTree() {}

  /** The tree of the page that is open in Chromium. */
  static String of(WebDriverBrowser browser) {
    JsonNode all = browser.devTools("Accessibility.getFullAXTree", Map.of()).get("nodes");
    var tree = new AccessibilityTree();
    all.forEach(node -> tree.nodes.put(node.get("nodeId").asString(), node));
    tree.write(all.get(0), 0, "");
    return tree.text.toString();
  }

  private void write(JsonNode node, int depth, String around) {
    String role = node.at("/role/value").asString("");
    String name = node.at("/name/value").asString("").strip();
    boolean repeated = role.equals("StaticText") && around.contains(name);
    boolean told = !node.get("ignored").asBoolean() && !UNTOLD.contains(role) && !repeated;
    if (told) {
      text.append("  ".repeat(depth)).append(role);
      if (!name.isEmpty()) {
        text.append(" \"").append(plain(name)).append('"');
      }
      String value = node.at("/value/value").asString("");
      if (!value.isEmpty()) {
        text.append(" = ").append(plain(value));
      }
      for (String state : states(node)) {
        text.append(" [").append(state).append(']');
      }
      text.append('\n');
    }
    for (JsonNode child : node.path("childIds")) {
      JsonNode found = nodes.get(child.asString());
      if (found != null) {
        write(found, told ? depth + 1 : depth, told ? name : around);
      }
    }
  }

  private static Set<String> states(JsonNode node) {
    Set<String> states = new TreeSet<>();
    for (JsonNode property : node.path("properties")) {
      String name = property.get("name").asString();
      String value = property.at("/value/value").asString("");
      if (STATES.contains(name) && !value.isEmpty() && !value.equals("false")) {
        // Chromium sends the bytes of this one as characters
        String text = new String(value.getBytes(ISO_8859_1), UTF_8);
        String shown = name.equals("roledescription") ? text : value;
        states.add(name + (value.equals("true") ? "" : " " + shown));
      }
    }
    return states;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[0-9]+([.:][0-9]+)*", "#");
  }
}
