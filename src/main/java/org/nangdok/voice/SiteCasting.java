package org.nangdok.voice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nangdok.script.Speaker;

/**
 * What an administrator has decided for one site: voices by role and by person. Ids of voices are
 * those of the catalogue.
 *
 * @param roles voice ids by role, such as {@code anchor}
 * @param people voice ids by name
 */
public record SiteCasting(Map<String, String> roles, Map<String, String> people) {

  private static final int MOST_PEOPLE = 2_000;
  private static final int LONGEST_NAME = 100;

  /** Nothing decided. */
  public static final SiteCasting NONE = new SiteCasting(Map.of(), Map.of());

  public SiteCasting {
    roles = Map.copyOf(roles);
    people = Map.copyOf(people);
  }

  /** The same where it is known who some people are: these come before what is decided here. */
  public SiteCasting knowing(Map<String, String> voices) {
    if (voices.isEmpty()) {
      return this;
    }
    Map<String, String> all = new HashMap<>(people);
    all.putAll(voices);
    return new SiteCasting(roles, all);
  }

  /**
   * Reads decisions as a YAML file holds them.
   *
   * @throws VoiceException with code {@code voice.bad-casting} saying what is wrong
   */
  public static SiteCasting parse(byte[] yaml) {
    try {
      YamlFile file = YamlFile.parse(yaml, "The casting");
      for (String name : file.values().keySet()) {
        if (!name.equals("roles") && !name.equals("people")) {
          throw VoiceException.badCasting("A casting has `roles` and `people` and nothing else.");
        }
      }
      return new SiteCasting(strings(file.part("roles")), strings(file.part("people")));
    } catch (VoiceFileException e) {
      throw VoiceException.badCasting(
          "The casting isn't YAML with `roles` and `people`, each a list of names and voices.");
    }
  }

  private static Map<String, String> strings(YamlFile file) {
    Map<String, String> strings = new HashMap<>();
    file.values()
        .forEach(
            (name, id) -> {
              if (!(id instanceof String voice)) {
                throw VoiceException.badCasting("Each role and each person has one voice's id.");
              }
              strings.put(name, voice);
            });
    return strings;
  }

  /**
   * Refuses what isn't a role or can't be a name.
   *
   * @throws VoiceException with code {@code voice.bad-role} or {@code voice.bad-casting}
   */
  void requireRoles() {
    for (String role : roles.keySet()) {
      if (Arrays.stream(Speaker.values()).noneMatch(speaker -> speaker.code().equals(role))) {
        throw VoiceException.badRole(role);
      }
    }
    boolean names =
        people.size() <= MOST_PEOPLE
            && people.keySet().stream()
                .allMatch(
                    name ->
                        !name.isBlank()
                            && name.length() <= LONGEST_NAME
                            && name.chars().noneMatch(Character::isISOControl));
    if (!names) {
      throw VoiceException.badCasting(
          "A casting names at most 2,000 people, each in 1 to 100 characters on one line.");
    }
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
