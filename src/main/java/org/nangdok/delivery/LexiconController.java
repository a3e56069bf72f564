package org.nangdok.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.LexiconFormat;
import org.nangdok.language.lexicon.SiteLexicon;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.language.lexicon.UserLexicon;
import org.nangdok.reading.ReadingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lexicons of sites. A change counts for the next reading of that site; readings that exist
 * stay as they are.
 */
@RestController
class LexiconController {

  private static final int LONGEST = 2_000_000;

  private final SiteLexicons lexicons;

  LexiconController(SiteLexicons lexicons) {
    this.lexicons = lexicons;
  }

  record LexiconView(String site, String format, int words) {

    static LexiconView of(SiteLexicon lexicon) {
      return new LexiconView(
          lexicon.site(), lexicon.format().mediaType(), lexicon.words().entries().size());
    }
  }

  record LexiconsView(List<LexiconView> lexicons) {}

  /** A word as in {@link UserLexicon.Entry}. */
  record WordBody(@Nullable String written, @Nullable String alias, @Nullable String sounds) {

    UserLexicon.Entry entry() {
      String word = StringUtils.normalizeSpace(StringUtils.defaultString(written));
      String instead = StringUtils.normalizeSpace(StringUtils.defaultString(alias));
      String heard = StringUtils.normalizeSpace(StringUtils.defaultString(sounds));
      if (word.isEmpty() || word.startsWith("#") || instead.isEmpty() == heard.isEmpty()) {
        throw new ReadingException(
            "request.bad-correction",
            "A correction has `written`, and either `alias` or `sounds`.");
      }
      return new UserLexicon.Entry(word, instead, heard);
    }
  }

  @GetMapping("/api/lexicons")
  LexiconsView list() {
    return new LexiconsView(lexicons.all().stream().map(LexiconView::of).toList());
  }

  @GetMapping("/api/lexicons/{site}")
  ResponseEntity<byte[]> lexicon(@PathVariable String site) {
    SiteLexicon lexicon = lexicons.of(site).orElseThrow(() -> unknown(site));
    return ResponseEntity.ok()
        .contentType(
            new MediaType(
                MediaType.parseMediaType(lexicon.format().mediaType()), StandardCharsets.UTF_8))
        .body(lexicon.text().getBytes(StandardCharsets.UTF_8));
  }

  @PutMapping(
      path = "/api/lexicons/{site}",
      consumes = {"text/tab-separated-values", "text/plain"})
  LexiconView putTsv(@PathVariable String site, @RequestBody byte[] body) {
    return put(site, LexiconFormat.TSV, body);
  }

  @PutMapping(
      path = "/api/lexicons/{site}",
      consumes = {"application/pls+xml", "application/xml", "text/xml"})
  LexiconView putPls(@PathVariable String site, @RequestBody byte[] body) {
    return put(site, LexiconFormat.PLS, body);
  }

  /** Adds one word, or reads a word that is there in the new way. */
  @PostMapping(path = "/api/lexicons/{site}", consumes = MediaType.APPLICATION_JSON_VALUE)
  LexiconView add(@PathVariable String site, @RequestBody WordBody word) {
    return LexiconView.of(lexicons.add(site, word.entry()));
  }

  @DeleteMapping("/api/lexicons/{site}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String site) {
    if (!lexicons.remove(site)) {
      throw unknown(site);
    }
  }

  private LexiconView put(String site, LexiconFormat format, byte[] body) {
    if (body.length > LONGEST) {
      throw new ReadingException("request.too-large", "A lexicon has at most 2 MB; divide it.");
    }
    return LexiconView.of(lexicons.put(site, format, new String(body, StandardCharsets.UTF_8)));
  }

  private static ReadingException unknown(String site) {
    return new ReadingException("lexicon.unknown", "There is no lexicon for " + site + ".");
  }
}
