package org.nangdok.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.Turn;

/**
 * Gives every person of a script a voice: the same person the same voice every day, neighbours
 * never the same, anchor and reporter clearly apart. Immutable and thread-safe; its data is {@code
 * voices/casting.yaml} and, for what is special to a site, {@code voices/castings/SITE.yaml}.
 */
public final class Casting {

  private final Catalogue catalogue;
  private final Map<String, Map<Speaker, List<String>>> roles = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();
  private final Map<Style, Delivery> styles = new EnumMap<>(Style.class);
  private final Map<Catalogue.Variation, List<Delivery>> sharing =
      new EnumMap<>(Catalogue.Variation.class);
  private final AlikeVoices alike;
  private final Map<String, SiteCasting> sites;
  private final Cast.Pauses pauses;

  private Casting(Catalogue catalogue, YamlFile file, Map<String, SiteCasting> sites) {
    this.catalogue = catalogue;
    this.sites = Map.copyOf(sites);
    YamlFile languages = file.part("languages");
    for (String language : languages.values().keySet()) {
      YamlFile byRole = languages.part(language);
      Map<Speaker, List<String>> voices = new EnumMap<>(Speaker.class);
      for (String role : byRole.values().keySet()) {
        voices.put(speaker(role, byRole.place()), voices(byRole, role));
      }
      roles.put(Catalogue.primary(language), voices);
    }
    for (YamlFile person : file.parts("people")) {
      people.put(
          key(person.text("outlet"), person.text("name")), known(person, person.text("voice")));
    }
    this.alike = AlikeVoices.of(file, catalogue);
    YamlFile manners = file.part("styles");
    for (Style style : Style.values()) {
      styles.put(style, manners.part(style.code()).delivery());
    }
    for (Catalogue.Variation variation : Catalogue.Variation.values()) {
      List<Delivery> deliveries = new ArrayList<>();
      file.part("sharing")
          .parts(variation.name().toLowerCase(Locale.ROOT))
          .forEach(part -> deliveries.add(part.delivery()));
      sharing.put(variation, deliveries.isEmpty() ? List.of(Delivery.PLAIN) : deliveries);
    }
    YamlFile silences = file.part("pauses");
    this.pauses =
        new Cast.Pauses(
            millis(silences, "sentence", 350),
            millis(silences, "paragraph", 450),
            millis(silences, "speaker", 600),
            millis(silences, "interview", 700),
            millis(silences, "headline", 900));
  }

  private Casting(Casting other, Map<String, SiteCasting> sites) {
    this.catalogue = other.catalogue;
    this.roles.putAll(other.roles);
    this.people.putAll(other.people);
    this.styles.putAll(other.styles);
    this.sharing.putAll(other.sharing);
    this.pauses = other.pauses;
    this.alike = other.alike;
    this.sites = Map.copyOf(sites);
  }

  /**
   * Reads the casting.
   *
   * @throws IllegalStateException naming the file and what is wrong in it
   */
  public static Casting read(VoicesFolder folder, Catalogue catalogue) {
    Map<String, SiteCasting> sites = new HashMap<>();
    for (String name : folder.list("castings")) {
      if (name.endsWith(".yaml")) {
        YamlFile file = YamlFile.read(folder, name);
        String site = name.substring(name.indexOf('/') + 1, name.length() - ".yaml".length());
        sites.put(site, site(file, catalogue));
      }
    }
    return new Casting(catalogue, YamlFile.read(folder, "casting.yaml"), sites);
  }

  private static SiteCasting site(YamlFile file, Catalogue catalogue) {
    SiteCasting casting =
        new SiteCasting(strings(file.part("roles")), strings(file.part("people")));
    casting.roles().values().forEach(id -> known(file, id, catalogue));
    casting.people().values().forEach(id -> known(file, id, catalogue));
    return casting;
  }

  /** The same casting with a site's decisions that were kept in a file. */
  Casting restored(String site, YamlFile file) {
    Map<String, SiteCasting> changed = new HashMap<>(sites);
    changed.put(site, site(file, catalogue));
    return new Casting(this, changed);
  }

  /** The same casting with nothing decided for a site. */
  Casting withoutSite(String site) {
    Map<String, SiteCasting> changed = new HashMap<>(sites);
    changed.remove(site);
    return new Casting(this, changed);
  }

  /** The sites about which something is decided. */
  public Set<String> sites() {
    return sites.keySet();
  }

  /**
   * What counts for an article: what is decided under the outlet's name, else for its host, else
   * for the nearest domain above that.
   *
   * @param host where the article comes from, such as {@code news.example.com}
   */
  public SiteCasting decided(@Nullable String outlet, @Nullable String host) {
    SiteCasting named = outlet == null ? null : sites.get(outlet);
    named = named == null && outlet != null ? sites.get(outlet.toLowerCase(Locale.ROOT)) : named;
    String domain = host == null ? "" : host.toLowerCase(Locale.ROOT);
    while (named == null && !domain.isEmpty()) {
      named = sites.get(domain);
      int dot = domain.indexOf('.');
      domain = dot < 0 ? "" : domain.substring(dot + 1);
    }
    return named == null ? SiteCasting.NONE : named;
  }

  /** The languages that can be cast. */
  Set<String> languages() {
    return catalogue.languages();
  }

  /** The voices that are tried first for a role in a language, best first. */
  List<Voice> preferred(String language, Speaker role) {
    return present(
        roles.getOrDefault(Catalogue.primary(language), Map.of()).getOrDefault(role, List.of()));
  }

  /** A voice by its id, if it speaks a language. */
  Optional<Voice> speaking(String language, String id) {
    return catalogue
        .find(id)
        .filter(voice -> Catalogue.primary(voice.language()).equals(Catalogue.primary(language)));
  }

  /** What is decided for a site; {@link SiteCasting#NONE} if nothing is. */
  public SiteCasting site(String site) {
    return sites.getOrDefault(site, SiteCasting.NONE);
  }

  /**
   * The same casting with other decisions for one site.
   *
   * @throws VoiceException with code {@code voice.unknown} if an id isn't in the catalogue
   */
  public Casting withSite(String site, SiteCasting casting) {
    casting.roles().values().forEach(catalogue::get);
    casting.people().values().forEach(catalogue::get);
    Map<String, SiteCasting> changed = new HashMap<>(sites);
    changed.put(site, casting);
    return new Casting(this, changed);
  }

  /**
   * Casts a script.
   *
   * @param site the outlet; the same person of another outlet may have another voice
   * @param wishes voice ids by role, name or person key; they come before everything else
   * @throws VoiceException if a wish names no voice or one of another language, or if no voice
   *     speaks the script's language
   */
  public Cast cast(Script script, @Nullable String site, Map<String, String> wishes) {
    return cast(script, site, site == null ? SiteCasting.NONE : site(site), wishes);
  }

  /**
   * Casts a script as it is decided for its site.
   *
   * @param site the outlet; the same person of another outlet may have another voice
   * @param own what is decided for the article, as {@link #decided} tells
   * @param wishes voice ids by role, name or person key; they come before everything else
   * @throws VoiceException as above
   */
  public Cast cast(
      Script script, @Nullable String site, SiteCasting own, Map<String, String> wishes) {
    List<Voice> voices = catalogue.speaking(script.language());
    Map<String, Person> persons = Person.of(script.turns());
    Map<String, Voice> fixed = fixed(script, site, own, wishes, persons);
    Map<Speaker, List<Voice>> preferred = new EnumMap<>(Speaker.class);
    roles
        .getOrDefault(Catalogue.primary(script.language()), Map.of())
        .forEach((role, ids) -> preferred.put(role, present(ids)));
    Assignment assignment =
        new Assignment(catalogue, voices, preferred, alike, site == null ? "" : site);
    Map<String, Assignment.Assigned> assigned = assignment.assign(persons, fixed);
    List<Cast.Part> parts = new ArrayList<>();
    List<Turn> turns = script.turns();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      Assignment.Assigned to = java.util.Objects.requireNonNull(assigned.get(turn.person()));
      Turn next = i + 1 < turns.size() ? turns.get(i + 1) : null;
      parts.add(new Cast.Part(to.voice(), delivery(turn, to), pause(turn, next)));
    }
    return new Cast(parts, pauses);
  }

  /** Those that are there: an installed voice may have been removed. */
  private List<Voice> present(List<String> ids) {
    return ids.stream().map(catalogue::find).flatMap(Optional::stream).toList();
  }

  private Map<String, Voice> fixed(
      Script script,
      @Nullable String site,
      SiteCasting own,
      Map<String, String> wishes,
      Map<String, Person> persons) {
    wishes.values().forEach(catalogue::get);
    Map<String, Voice> fixed = new LinkedHashMap<>();
    for (Person person : persons.values()) {
      Voice voice = wish(person, wishes, wishes);
      if (voice != null && !speaks(voice, script)) {
        throw VoiceException.otherLanguage(voice, script.language());
      }
      voice = voice == null ? wish(person, own.people(), own.roles()) : voice;
      if (voice == null && person.name() != null && site != null) {
        String id = people.get(key(site, person.name()));
        voice = id == null ? null : catalogue.find(id).orElse(null);
      }
      if (voice != null && speaks(voice, script)) {
        fixed.put(person.key(), voice);
      }
    }
    return fixed;
  }

  private @Nullable Voice wish(
      Person person, Map<String, String> byName, Map<String, String> byRole) {
    String id = person.name() == null ? null : byName.get(person.name());
    id = id == null ? byName.get(person.key()) : id;
    for (Speaker role : person.roles()) {
      id = id == null ? byRole.get(role.code()) : id;
    }
    return id == null ? null : catalogue.find(id).orElse(null);
  }

  private static boolean speaks(Voice voice, Script script) {
    return Catalogue.primary(voice.language()).equals(Catalogue.primary(script.language()));
  }

  private Delivery delivery(Turn turn, Assignment.Assigned assigned) {
    Style style = turn.style();
    Delivery manner = style == null ? Delivery.PLAIN : styles.getOrDefault(style, Delivery.PLAIN);
    Catalogue.Variation variation = catalogue.sound(assigned.voice()).variation();
    List<Delivery> shares = sharing.getOrDefault(variation, List.of(Delivery.PLAIN));
    Delivery share = shares.get(assigned.share() % shares.size());
    double pitch = variation == Catalogue.Variation.SPEED ? 0 : manner.pitch() + share.pitch();
    return new Delivery(
        Math.clamp(manner.speed() * share.speed(), 0.5, 2),
        Math.clamp(pitch, -6, 6),
        manner.telephone());
  }

  private Duration pause(Turn turn, @Nullable Turn next) {
    if (next == null) {
      return Duration.ZERO;
    }
    if ("headline".equals(turn.title()) && turn.speaker() == Speaker.NARRATOR) {
      return pauses.headline();
    }
    if (turn.person().equals(next.person()) && turn.speaker() == next.speaker()) {
      return pauses.paragraph();
    }
    return turn.speaker() == Speaker.INTERVIEW ? pauses.interview() : pauses.speaker();
  }

  private List<String> voices(YamlFile file, String name) {
    List<String> voices = new ArrayList<>();
    for (Object id : file.list(name)) {
      voices.add(known(file, id.toString()));
    }
    return voices;
  }

  private String known(YamlFile file, String id) {
    return known(file, id, catalogue);
  }

  private static String known(YamlFile file, String id, Catalogue catalogue) {
    if (!catalogue.mayBe(id)) {
      throw new IllegalStateException(
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
    throw new IllegalStateException(place + ": \"" + role + "\" isn't a role.");
  }

  private static Map<String, String> strings(YamlFile file) {
    Map<String, String> strings = new LinkedHashMap<>();
    file.values().forEach((key, value) -> strings.put(key, value.toString()));
    return strings;
  }

  private static Duration millis(YamlFile file, String name, int otherwise) {
    return Duration.ofMillis(Math.round(file.number(name, otherwise)));
  }

  private static String key(String outlet, String name) {
    return outlet + "\n" + name;
  }
}
