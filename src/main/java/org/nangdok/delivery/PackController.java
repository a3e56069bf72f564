package org.nangdok.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.voice.pack.Acceptance;
import org.nangdok.voice.pack.LicenceText;
import org.nangdok.voice.pack.PackOffer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Packs of voices: everybody may see them, an administrator installs and removes them. Where they
 * come from is the catalogue's word, never the request's.
 */
@RestController
class PackController {

  private final PackWork work;

  PackController(PackWork work) {
    this.work = work;
  }

  /**
   * A pack.
   *
   * @param asks whether its licence must be accepted before it is installed
   * @param byItself whether the service fetches it without being asked
   * @param bytes of all its files, roughly where a size isn't known
   * @param state offered, installing, installed or failed
   * @param done bytes that are there while it is being installed
   */
  record PackView(
      String name,
      String title,
      String engine,
      List<String> languages,
      String licence,
      String terms,
      boolean asks,
      boolean byItself,
      String source,
      int speakers,
      long bytes,
      String state,
      @Nullable String file,
      long done,
      @Nullable String code,
      @Nullable String problem,
      List<FileView> files) {}

  /**
   * One file of a pack.
   *
   * @param bytes its size, if known
   * @param sha256 what it is checked by; null until it is downloaded for the first time
   */
  record FileView(String path, @Nullable Long bytes, @Nullable String sha256) {}

  record PackList(List<PackView> packs) {}

  /**
   * What an administrator sends.
   *
   * @param acceptLicence whether the licence is accepted
   * @param licenceSha256 the hash of the text that was shown, so that no other one is accepted
   */
  record InstallBody(@Nullable Boolean acceptLicence, @Nullable String licenceSha256) {}

  /**
   * What a pack's maker asks.
   *
   * @param terms in our sentences
   * @param text word for word; null if the pack brings no such file
   */
  record LicenceView(
      String name,
      String licence,
      String terms,
      String source,
      @Nullable String text,
      @Nullable String sha256) {}

  @GetMapping("/api/voices/packs")
  PackList packs() {
    return new PackList(work.packs().offers().stream().map(this::view).toList());
  }

  @GetMapping("/api/voices/{name}")
  PackView pack(@PathVariable String name) {
    return view(work.packs().offer(name));
  }

  @GetMapping("/api/voices/{name}/licence")
  LicenceView licence(@PathVariable String name) {
    PackOffer offer = work.packs().offer(name);
    LicenceText text = work.licence(offer).orElse(null);
    return new LicenceView(
        offer.name(),
        offer.licence(),
        offer.terms(),
        offer.source(),
        text == null ? null : text.text(),
        text == null ? null : text.sha256());
  }

  @PostMapping("/api/voices/{name}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PackView install(@PathVariable String name, @RequestBody InstallBody body) {
    PackOffer offer = work.packs().offer(name);
    boolean accepted = Boolean.TRUE.equals(body.acceptLicence());
    work.install(offer, new Acceptance(accepted, body.licenceSha256()));
    return view(offer);
  }

  @DeleteMapping("/api/voices/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name) {
    work.remove(work.packs().offer(name));
  }

  private PackView view(PackOffer offer) {
    PackWork.State state = work.state(offer);
    return new PackView(
        offer.name(),
        offer.title(),
        offer.engine(),
        offer.languages(),
        offer.licence(),
        offer.terms(),
        offer.asks(),
        offer.byItself(),
        offer.source(),
        offer.speakers().size(),
        state.all(),
        state.stage().name().toLowerCase(Locale.ROOT),
        state.file(),
        state.done(),
        state.code(),
        state.problem(),
        offer.files().stream()
            .map(
                file ->
                    new FileView(file.path(), file.size(), work.packs().sha256(file).orElse(null)))
            .toList());
  }
}
