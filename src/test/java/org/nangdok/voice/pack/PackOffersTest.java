package org.nangdok.voice.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;

class PackOffersTest {

  private final PackOffers offers = PackOffers.read(VoicesFolder.shipped());

  @Test
  void piperIsOfferedInTenLanguagesAndMore() {
    assertThat(
            offers.all().stream()
                .filter(offer -> offer.engine().equals("piper"))
                .flatMap(offer -> offer.languages().stream())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void supertonicHasItsSpeakersLanguagesAndSizes() {
    PackOffer offer = offers.get("supertonic-3");

    assertThat(offer.speakers()).hasSize(10);
    assertThat(offer.languages()).hasSize(31).contains("ko", "en").doesNotHaveDuplicates();
    assertThat(offer.about()).isBetween(200_000_000L, 210_000_000L);
    assertThat(offer.licence()).isEqualTo("OpenRAIL-M");
    assertThat(offer.files()).filteredOn(file -> file.sha256() != null).hasSize(12);
  }

  @Test
  void everyOfferSaysLicenceSizeAndSecureSource() {
    assertThat(offers.all())
        .allSatisfy(
            offer -> {
              assertThat(offer.terms()).endsWith(".");
              assertThat(offer.about()).isGreaterThan(1_000_000);
              assertThat(offer.files())
                  .filteredOn(file -> file.address() != null)
                  .extracting(file -> String.valueOf(file.address()))
                  .allMatch(address -> address.startsWith("https://"));
            });
  }

  @Test
  void theNaturalPackIsPinnedWholeAndAsksNothing() {
    PackOffer offer = offers.get("kokoro-82m");

    assertThat(offer.byItself()).isTrue();
    assertThat(offer.asks()).isFalse();
    assertThat(offer.files())
        .hasSize(2 + 54)
        .allSatisfy(
            file -> {
              assertThat(file.sha256()).isNotNull();
              assertThat(file.size()).isNotNull();
              long parts = file.parts().stream().mapToLong(PackPart::size).sum();
              assertThat(file.text() != null || Long.valueOf(parts).equals(file.size())).isTrue();
            });
    assertThat(offer.files().getFirst().parts()).hasSize(4);
    assertThat(offer.packages()).hasSize(5);
    assertThat(offers.all().stream().filter(PackOffer::byItself)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'fetched: by-itself', must ask nothing",
    "'packages: [{id: a, client: apt, name: b, version: 1.0, size: 1, sha256: \"\"}]', must be pip or npm",
    "'packages: [{id: a, client: pip, name: -rf, version: 1.0, size: 1, sha256: b}]', no package's name",
    "'packages: [{id: a, client: npm, name: b, version: 1.0 x, size: 1, sha256: b}]', no package's name",
    "'packages: [{id: a, client: npm, name: b, version: 1.0.0, size: 1, sha256: b}]', needs its size",
    "'files: [{path: x, parts: [{package: a, entry: b, size: 1}]}]', there is no package",
  })
  void whatAnOfferMayNotSayIsNamed(String line, String part, @TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("packs"));
    String files = line.startsWith("files") ? "" : "files: [{path: x}]\n";
    Files.writeString(
        folder.resolve("packs/bad.yaml"),
        """
        name: bad
        engine: piper
        title: Bad
        languages: [en]
        licence: MIT
        terms: Free.
        source: here
        base: https://example.org/
        speakers: [{id: a, engineVoice: A, name: Anna}]
        """
            + files
            + line
            + "\n");

    assertThatThrownBy(() -> PackOffers.read(VoicesFolder.over(folder)))
        .hasMessageContaining("voices/packs/bad.yaml")
        .hasMessageContaining(part);
  }

  @Test
  void aBadOfferIsNamed(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("packs"));
    Files.writeString(
        folder.resolve("packs/bad.yaml"),
        """
        name: bad
        base: https://example.org/
        files: [{path: ../../x}]
        """);

    assertThatThrownBy(() -> PackOffers.read(VoicesFolder.over(folder)))
        .hasMessageContaining("voices/packs/bad.yaml")
        .hasMessageContaining("no path inside a pack");
    assertThatThrownBy(() -> offers.get("none")).hasMessageContaining("supertonic-3");
  }
}
