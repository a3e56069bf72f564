package org.nangdok.voice;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an administrator has decided for one site: voices by role and by person. Ids of voices are
 * those of the catalogue.
 *
 * @param roles voice ids by role, such as {@code anchor}
 * @param people voice ids by name
 */
public record SiteCasting(Map<String, String> roles, Map<String, String> people) {

  /** Nothing decided. */
  public static final SiteCasting NONE = new SiteCasting(Map.of(), Map.of());

  public SiteCasting {
    roles = Map.copyOf(roles);
    people = Map.copyOf(people);
  }

  /** The decisions as a YAML file, names sorted. */
  public String yaml() {
    StringBuilder yaml = new StringBuilder();
    append(yaml, "roles", roles);
    append(yaml, "people", people);
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, String name, Map<String, String> voices) {
    yaml.append(name).append(voices.isEmpty() ? ": {}\n" : ":\n");
    new TreeMap<>(voices)
        .forEach(
            (key, id) ->
                yaml.append("  ").append(quoted(key)).append(": ").append(quoted(id)).append('\n'));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
