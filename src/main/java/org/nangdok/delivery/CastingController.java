package org.nangdok.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.voice.SiteCasting;
import org.nangdok.voice.SiteCastings;
import org.nangdok.voice.VoiceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who gets which voice at a site. A change counts for the next reading of that site; readings that
 * exist stay as they are.
 */
@RestController
class CastingController {

  private static final String YAML = "application/yaml";
  private static final int LONGEST = 500_000;

  private final SiteCastings castings;

  CastingController(SiteCastings castings) {
    this.castings = castings;
  }

  /**
   * @param roles voice ids by role
   * @param people voice ids by name
   */
  record CastingBody(@Nullable Map<String, String> roles, @Nullable Map<String, String> people) {

    SiteCasting casting() {
      Map<String, String> byRole = Objects.requireNonNullElse(roles, Map.of());
      Map<String, String> byName = Objects.requireNonNullElse(people, Map.of());
      if (Stream.of(byRole, byName).flatMap(m -> m.values().stream()).anyMatch(Objects::isNull)) {
        throw VoiceException.badCasting("Each role and each person needs a voice's id.");
      }
      return new SiteCasting(byRole, byName);
    }
  }

  /**
   * @param roles what is decided for the site by role
   * @param people what is decided for the site by name
   * @param voices what comes of it: by language and role the voices that are tried first
   */
  record CastingView(
      String site,
      Map<String, String> roles,
      Map<String, String> people,
      Map<String, Map<String, List<String>>> voices) {}

  record CastingsView(List<String> sites) {}

  @GetMapping("/api/castings")
  CastingsView sites() {
    return new CastingsView(castings.sites());
  }

  @GetMapping(path = "/api/castings/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
  CastingView casting(@PathVariable String site) {
    return view(site);
  }

  @GetMapping(path = "/api/castings/{site}", produces = YAML)
  String yaml(@PathVariable String site) {
    return castings.of(site).yaml();
  }

  @PutMapping(path = "/api/castings/{site}", consumes = MediaType.APPLICATION_JSON_VALUE)
  CastingView put(@PathVariable String site, @RequestBody CastingBody body) {
    castings.put(site, body.casting());
    return view(site);
  }

  @PutMapping(
      path = "/api/castings/{site}",
      consumes = {YAML, "application/x-yaml", "text/yaml", "text/plain"})
  CastingView putYaml(@PathVariable String site, @RequestBody byte[] body) {
    if (body.length > LONGEST) {
      throw new ReadingException("request.too-large", "A casting has at most 500 kB.");
    }
    castings.put(site, SiteCasting.parse(body));
    return view(site);
  }

  @DeleteMapping("/api/castings/{site}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String site) {
    if (!castings.remove(site)) {
      throw VoiceException.noCasting(site);
    }
  }

  private CastingView view(String site) {
    SiteCasting own = castings.of(site);
    return new CastingView(site, own.roles(), own.people(), castings.preferred(own));
  }
}
