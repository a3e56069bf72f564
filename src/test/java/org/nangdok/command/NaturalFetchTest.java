package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;

class NaturalFetchTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private Path folder = Path.of("");
  private final StringWriter err = new StringWriter();

  @Test
  void theNaturalPackIsFetchedWithABarOnATerminal() throws IOException {
    SERVER.stubFor(WireMock.get("/settings.json").willReturn(WireMock.ok("{}")));

    run(SERVER.baseUrl(), true);

    assertThat(folder.resolve("packs/kokoro-82m/settings.json")).hasContent("{}");
    assertThat(err.toString()).contains("Kokoro [########################] 100 %");
    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void withoutATerminalThereIsNoBarAndWhatIsThereIsNotAskedForAgain() throws IOException {
    SERVER.stubFor(WireMock.get("/settings.json").willReturn(WireMock.ok("{}")));

    run(SERVER.baseUrl(), false);
    run(SERVER.baseUrl(), false);

    assertThat(err.toString()).isEmpty();
    SERVER.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo("/settings.json")));
  }

  @Test
  void whereNothingCanBeFetchedItSaysSoOnceInOneSentence() throws IOException {
    run("http://localhost:1", true);
    run("http://localhost:1", true);

    assertThat(err.toString().lines().filter(line -> !line.isBlank()).toList())
        .singleElement()
        .asString()
        .startsWith("nangdok: Natural voices can't be fetched now, the light voices go on: ");
  }

  @Test
  void aPackThatSomebodyRemovedIsNotFetchedAgain() throws IOException {
    SERVER.stubFor(WireMock.get("/settings.json").willReturn(WireMock.ok("{}")));
    run(SERVER.baseUrl(), false);
    desk(SERVER.baseUrl()).remove("kokoro-82m");

    run(SERVER.baseUrl(), false);

    assertThat(folder.resolve("packs/kokoro-82m")).doesNotExist();
  }

  private void run(String server, boolean terminal) throws IOException {
    new NaturalFetch(desk(server), new PrintWriter(err, true), terminal).run();
  }

  private PackDesk desk(String server) throws IOException {
    Files.createDirectories(folder.resolve("voices/packs"));
    Files.writeString(
        folder.resolve("voices/packs/kokoro-82m.yaml"),
        """
        name: kokoro-82m
        engine: kokoro
        title: Kokoro
        languages: [ko, en]
        licence: Apache-2.0
        terms: Free.
        asks: nothing
        fetched: by-itself
        source: a server
        base: %s/
        files: [{path: settings.json}]
        speakers: in-the-catalogue
        """
            .formatted(server));
    return new PackDesk(
        PackOffers.read(VoicesFolder.over(folder.resolve("voices"))),
        new PackShelf(folder.resolve("packs")));
  }
}
