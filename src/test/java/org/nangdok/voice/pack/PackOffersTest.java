package org.nangdok.voice.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                  .allSatisfy(file -> assertThat(file.address().getScheme()).isEqualTo("https"));
            });
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
