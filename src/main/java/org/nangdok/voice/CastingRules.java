package org.nangdok.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;

/**
 * What {@code voices/casting.yaml} says, checked against the catalogue.
 *
 * @param roles voice ids that are tried first, best first, by language and role
 * @param people voice ids of people who keep theirs, by {@link #person}
 * @param styles how each style changes a person's own voice
 * @param sharing what tells those apart who share a voice
 * @param alike voices that neighbours shouldn't have
 */
record CastingRules(
    Map<String, Map<Speaker, List<String>>> roles,
    Map<String, String> people,
    Map<Style, Delivery> styles,
    Map<Catalogue.Variation, List<Delivery>> sharing,
    AlikeVoices alike,
    Cast.Pauses pauses) {

  CastingRules {
    roles = Map.copyOf(roles);
    people = Map.copyOf(people);
    styles = Map.copyOf(styles);
    sharing = Map.copyOf(sharing);
  }

  /**
   * Reads the file.
   *
   * @throws VoiceFileException naming the file and what is wrong in it
   */
  static CastingRules of(YamlFile file, Catalogue catalogue) {
    return new CastingRules(
        roles(file.part("languages"), catalogue),
        people(file, catalogue),
        styles(file.part("styles")),
        sharing(file.part("sharing")),
        AlikeVoices.of(file, catalogue),
        pauses(file.part("pauses")));
  }

  /**
   * Reads what is decided for one site.
   *
   * @throws VoiceFileException naming the file and what is wrong in it
   */
  static SiteCasting site(YamlFile file, Catalogue catalogue) {
    SiteCasting casting =
        new SiteCasting(strings(file.part("roles")), strings(file.part("people")));
    casting.roles().values().forEach(id -> known(file, id, catalogue));
    casting.people().values().forEach(id -> known(file, id, catalogue));
    return casting;
  }

  /** The key under which an outlet's person stands in {@link #people}. */
  static String person(String outlet, String name) {
    return outlet + "\n" + name;
  }

  private static Map<String, Map<Speaker, List<String>>> roles(
      YamlFile languages, Catalogue catalogue) {
    Map<String, Map<Speaker, List<String>>> roles = new HashMap<>();
    for (String language : languages.values().keySet()) {
      YamlFile byRole = languages.part(language);
      Map<Speaker, List<String>> voices = new EnumMap<>(Speaker.class);
      for (String role : byRole.values().keySet()) {
        List<String> ids = new ArrayList<>();
        for (Object id : byRole.list(role)) {
          ids.add(known(byRole, id.toString(), catalogue));
        }
        voices.put(speaker(role, byRole.place()), ids);
      }
      roles.put(Catalogue.primary(language), voices);
    }
    return roles;
  }

  private static Map<String, String> people(YamlFile file, Catalogue catalogue) {
    Map<String, String> people = new HashMap<>();
    for (YamlFile person : file.parts("people")) {
      people.put(
          person(person.text("outlet"), person.text("name")),
          known(person, person.text("voice"), catalogue));
    }
    return people;
  }

  private static Map<Style, Delivery> styles(YamlFile manners) {
    Map<Style, Delivery> styles = new EnumMap<>(Style.class);
    for (Style style : Style.values()) {
      styles.put(style, manners.part(style.code()).delivery());
    }
    return styles;
  }

  private static Map<Catalogue.Variation, List<Delivery>> sharing(YamlFile shares) {
    Map<Catalogue.Variation, List<Delivery>> sharing = new EnumMap<>(Catalogue.Variation.class);
    for (Catalogue.Variation variation : Catalogue.Variation.values()) {
      List<Delivery> deliveries = new ArrayList<>();
      shares
          .parts(variation.name().toLowerCase(Locale.ROOT))
          .forEach(part -> deliveries.add(part.delivery()));
      sharing.put(variation, deliveries.isEmpty() ? List.of(Delivery.PLAIN) : deliveries);
    }
    return sharing;
  }

  private static Cast.Pauses pauses(YamlFile silences) {
    return new Cast.Pauses(
        millis(silences, "sentence", 600),
        millis(silences, "paragraph", 900),
        millis(silences, "speaker", 1100),
        millis(silences, "interview", 1200),
        millis(silences, "headline", 1400));
  }

  private static String known(YamlFile file, String id, Catalogue catalogue) {
    if (!catalogue.mayBe(id)) {
      throw new VoiceFileException(
          file.place() + ": \"" + id + "\" isn't in voices/catalogue or voices/packs.");
    }
    return id;
  }

  private static Speaker speaker(String role, String place) {
    for (Speaker speaker : Speaker.values()) {
      if (speaker.code().equals(role)) {
        return speaker;
      }
    }
    throw new VoiceFileException(place + ": \"" + role + "\" isn't a role.");
  }

  private static Map<String, String> strings(YamlFile file) {
    Map<String, String> strings = new LinkedHashMap<>();
    file.values().forEach((key, value) -> strings.put(key, value.toString()));
    return strings;
  }

  private static Duration millis(YamlFile file, String name, int otherwise) {
    return Duration.ofMillis(Math.round(file.number(name, otherwise)));
  }
}
