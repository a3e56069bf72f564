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
import java.util.function.Predicate;
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
  private final CastingRules rules;
  private final Map<String, SiteCasting> sites;

  private Casting(Catalogue catalogue, CastingRules rules, Map<String, SiteCasting> sites) {
    this.catalogue = catalogue;
    this.rules = rules;
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
        sites.put(site, CastingRules.site(file, catalogue));
      }
    }
    YamlFile file = YamlFile.read(folder, "casting.yaml");
    return new Casting(catalogue, CastingRules.of(file, catalogue), sites);
  }

  /** The same casting with a site's decisions that were kept in a file. */
  Casting restored(String site, YamlFile file) {
    Map<String, SiteCasting> changed = new HashMap<>(sites);
    changed.put(site, CastingRules.site(file, catalogue));
    return new Casting(catalogue, rules, changed);
  }

  /** The same casting with nothing decided for a site. */
  Casting withoutSite(String site) {
    Map<String, SiteCasting> changed = new HashMap<>(sites);
    changed.remove(site);
    return new Casting(catalogue, rules, changed);
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
        rules
            .roles()
            .getOrDefault(Catalogue.primary(language), Map.of())
            .getOrDefault(role, List.of()));
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
    return new Casting(catalogue, rules, changed);
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
    return cast(script, site, own, wishes, voice -> true);
  }

  /**
   * Casts a script with voices that come with the program, but for what is wished for. Where none
   * of them speaks the language it is as if nobody had asked for them.
   *
   * @throws VoiceException as above
   */
  public Cast castLightly(
      Script script, @Nullable String site, SiteCasting own, Map<String, String> wishes) {
    boolean any = catalogue.speaking(script.language()).stream().anyMatch(this::isLight);
    return cast(script, site, own, wishes, any ? this::isLight : voice -> true);
  }

  private boolean isLight(Voice voice) {
    return catalogue.quality(voice) <= 0;
  }

  private Cast cast(
      Script script,
      @Nullable String site,
      SiteCasting own,
      Map<String, String> wishes,
      Predicate<Voice> may) {
    List<Voice> voices = catalogue.speaking(script.language()).stream().filter(may).toList();
    Map<String, Person> persons = Person.of(script.turns());
    Map<String, Voice> fixed = fixed(script, site, own, wishes, persons);
    fixed.values().removeIf(voice -> !may.test(voice) && !wishes.containsValue(voice.id()));
    Map<Speaker, List<Voice>> preferred = new EnumMap<>(Speaker.class);
    rules
        .roles()
        .getOrDefault(Catalogue.primary(script.language()), Map.of())
        .forEach((role, ids) -> preferred.put(role, present(ids).stream().filter(may).toList()));
    Assignment assignment =
        new Assignment(catalogue, voices, preferred, rules.alike(), site == null ? "" : site);
    Map<String, Assignment.Assigned> assigned = assignment.assign(persons, fixed);
    List<Cast.Part> parts = new ArrayList<>();
    List<Turn> turns = script.turns();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      Assignment.Assigned to = java.util.Objects.requireNonNull(assigned.get(turn.person()));
      Turn next = i + 1 < turns.size() ? turns.get(i + 1) : null;
      parts.add(new Cast.Part(to.voice(), delivery(turn, to), pause(turn, next)));
    }
    return new Cast(parts, rules.pauses());
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
        String id = rules.people().get(CastingRules.person(site, person.name()));
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
    Delivery manner =
        style == null ? Delivery.PLAIN : rules.styles().getOrDefault(style, Delivery.PLAIN);
    Catalogue.Variation variation = catalogue.sound(assigned.voice()).variation();
    List<Delivery> shares = rules.sharing().getOrDefault(variation, List.of(Delivery.PLAIN));
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
      return rules.pauses().headline();
    }
    if (turn.person().equals(next.person()) && turn.speaker() == next.speaker()) {
      return rules.pauses().paragraph();
    }
    return turn.speaker() == Speaker.INTERVIEW
        ? rules.pauses().interview()
        : rules.pauses().speaker();
  }
}
