package org.nangdok.voice.pack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.problem.ProblemException;

class PackInstallerTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private static final byte[] GRAPH = bytes(20_000);
  private static final byte[] SETTINGS = "{\"rate\": 1}".getBytes(StandardCharsets.UTF_8);
  private static final PackInstaller.Progress QUIET = (file, done, all) -> {};

  @TempDir private Path folder;
  private PackShelf shelf;
  private PackInstaller installer;

  PackInstallerTest() {
    shelf = new PackShelf(Path.of("nowhere"));
    installer = new PackInstaller(shelf);
  }

  @BeforeEach
  void open() {
    shelf = new PackShelf(folder.resolve("packs"));
    installer = new PackInstaller(shelf);
  }

  @Test
  void aPackAppearsWholeWithItsProgressTold() throws IOException {
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", whole(GRAPH));
    List<Long> steps = new ArrayList<>();

    installer.install(
        offer(true),
        Acceptance.UNSEEN,
        new Downloads(),
        (file, done, all) -> steps.add(done * 100 / all));

    Path pack = folder.resolve("packs/small");
    assertThat(shelf.installed()).containsOnlyKeys("small");
    assertThat(Files.readAllBytes(pack.resolve("onnx/graph.onnx"))).isEqualTo(GRAPH);
    assertThat(Files.readAllBytes(pack.resolve("settings.json"))).isEqualTo(SETTINGS);
    assertThat(steps).isSorted().last().isEqualTo(100L);
  }

  @Test
  void nothingHappensBeforeTheLicenceIsAccepted() {
    refused("voice.pack-licence", "Do no harm", () -> install(offer(true), false));

    SERVER.verify(0, getRequestedFor(urlEqualTo("/settings.json")));
    assertThat(folder.resolve("packs")).doesNotExist();
  }

  @Test
  void theLicenceComesFirstAndItsAcceptanceIsKept() throws IOException {
    installer =
        new PackInstaller(
            shelf,
            place -> Long.MAX_VALUE,
            Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC));
    byte[] text = "Section 1. Do no harm.\n".getBytes(StandardCharsets.UTF_8);
    serve("/LICENSE", whole(text));
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", whole(GRAPH));
    PackOffer offer = withLicence(text);

    LicenceText shown = installer.licence(offer, new Downloads()).orElseThrow();

    assertThat(shown).isEqualTo(new LicenceText("Section 1. Do no harm.\n", sha256(text)));
    SERVER.verify(0, getRequestedFor(urlEqualTo("/settings.json")));
    assertThat(shelf.installed()).isEmpty();

    installer.install(offer, Acceptance.of(shown), new Downloads(), QUIET);

    assertThat(folder.resolve("packs/accepted.tsv"))
        .hasContent("2026-11-27T09:00:00Z\tsmall\tOpenRAIL-M\t" + sha256(text));
    SERVER.resetRequests();
    assertThat(installer.licence(offer, new Downloads())).contains(shown);
    SERVER.verify(0, getRequestedFor(urlEqualTo("/LICENSE")));
  }

  @Test
  void anotherTextThanTheOneThatWasShownIsNotAccepted() {
    byte[] text = "Section 1. Do no harm.".getBytes(StandardCharsets.UTF_8);
    serve("/LICENSE", whole(text));

    refused(
        "voice.pack-licence",
        "isn't the text that was shown",
        () ->
            installer.install(
                withLicence(text),
                Acceptance.of(new LicenceText("Do as you like.", sha256(new byte[0]))),
                new Downloads(),
                QUIET));
    SERVER.verify(0, getRequestedFor(urlEqualTo("/settings.json")));
  }

  @Test
  void aLicenceThatCannotBeHadIsSaid() {
    serve("/LICENSE", aResponse().withStatus(404));

    refused(
        "voice.pack-unreachable",
        "answered 404 for the file LICENSE",
        () -> installer.licence(withLicence(new byte[9]), new Downloads()));
    assertThat(installer.licence(offer(true), new Downloads())).isEmpty();
  }

  @Test
  void aDownloadThatBrokeOffIsGoneOnWith() throws IOException {
    serve("/settings.json", whole(SETTINGS));
    SERVER.stubFor(
        get(urlEqualTo("/onnx/graph.onnx")).willReturn(whole(Arrays.copyOf(GRAPH, 7_000))));
    SERVER.stubFor(
        get(urlEqualTo("/onnx/graph.onnx"))
            .withHeader("Range", equalTo("bytes=7000-"))
            .willReturn(
                aResponse()
                    .withStatus(206)
                    .withHeader("Content-Range", "bytes 7000-19999/20000")
                    .withBody(Arrays.copyOfRange(GRAPH, 7_000, 20_000))));

    install(offer(true), true);

    assertThat(Files.readAllBytes(folder.resolve("packs/small/onnx/graph.onnx"))).isEqualTo(GRAPH);
  }

  @Test
  void aServerWithoutRangesIsAskedFromTheStart() throws IOException {
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", whole(GRAPH));
    Path part = folder.resolve("packs/.installing-small/onnx/graph.onnx");
    Files.createDirectories(part.resolveSibling("."));
    Files.write(part, new byte[500]);

    install(offer(true), true);

    assertThat(Files.readAllBytes(folder.resolve("packs/small/onnx/graph.onnx"))).isEqualTo(GRAPH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE", "EMPTY_RESPONSE"})
  void aFaultOnTheWayIsTriedAgain(String fault) {
    serve("/settings.json", whole(SETTINGS));
    SERVER.stubFor(
        get(urlEqualTo("/onnx/graph.onnx"))
            .inScenario("fault")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withFault(Fault.valueOf(fault)))
            .willSetStateTo("well"));
    SERVER.stubFor(
        get(urlEqualTo("/onnx/graph.onnx"))
            .inScenario("fault")
            .whenScenarioStateIs("well")
            .willReturn(whole(GRAPH)));

    install(offer(true), true);

    assertThat(shelf.installed()).containsKey("small");
  }

  @Test
  void aTruncatedFileIsNamedAndThrownAway() {
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", whole(Arrays.copyOf(GRAPH, 100)));

    refused(
        "voice.pack-file",
        "onnx/graph.onnx has 100 bytes instead of 20000: it is truncated",
        () -> install(offer(true), true));
    assertThat(shelf.installed()).isEmpty();
    assertThat(folder.resolve("packs/.installing-small/onnx/graph.onnx")).doesNotExist();
    assertThat(folder.resolve("packs/.installing-small/settings.json")).exists();
  }

  @Test
  void aWrongFileOfTheRightSizeIsNamedAndThrownAway() {
    serve("/settings.json", whole(SETTINGS));
    byte[] wrong = GRAPH.clone();
    wrong[12_345]++;
    serve("/onnx/graph.onnx", whole(wrong));

    refused(
        "voice.pack-file",
        "onnx/graph.onnx is not the one that is expected",
        () -> install(offer(true), true));
    assertThat(shelf.installed()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() {
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", aResponse().withStatus(404));

    refused(
        "voice.pack-unreachable",
        "answered 404 for the file onnx/graph.onnx",
        () -> install(offer(true), true));
  }

  @Test
  void anUnknownHashIsRecordedAndCheckedFromThenOn() {
    serve("/settings.json", whole(SETTINGS));
    serve("/onnx/graph.onnx", whole(GRAPH));
    install(offer(false), true);
    shelf.remove("small");
    byte[] changed = GRAPH.clone();
    changed[0]++;
    serve("/onnx/graph.onnx", whole(changed));

    refused("voice.pack-file", "onnx/graph.onnx", () -> install(offer(false), true));

    serve("/onnx/graph.onnx", whole(GRAPH));
    install(offer(false), true);
    assertThat(shelf.installed()).containsKey("small");
  }

  @Test
  void tooLittleRoomIsSaidBeforeTheFirstByte() {
    installer = new PackInstaller(shelf, place -> 1_000, Clock.systemUTC());

    refused("voice.pack-space", "MB are free", () -> install(offer(true), true));
    SERVER.verify(0, getRequestedFor(urlEqualTo("/settings.json")));
  }

  @Test
  void aFolderServesWithoutANetwork() throws IOException {
    Path local = Files.createDirectories(folder.resolve("stick/anywhere"));
    Files.write(local.resolve("settings.json"), SETTINGS);
    Files.write(local.resolve("graph.onnx"), GRAPH);

    installer.install(
        offer(true), Acceptance.UNSEEN, new LocalFiles(folder.resolve("stick")), QUIET);

    assertThat(shelf.installed()).containsKey("small");
  }

  @Test
  void anArchiveServesWithoutANetworkAndAWrongOneIsRefused() throws IOException {
    Path archive = folder.resolve("pack.zip");
    zip(archive, "x/settings.json", SETTINGS, "../../graph.onnx", bytes(30_000));
    refused(
        "voice.pack-file",
        "onnx/graph.onnx has more than 20000 bytes: it is another one",
        () -> installer.install(offer(true), Acceptance.UNSEEN, new LocalFiles(archive), QUIET));

    zip(archive, "x/settings.json", SETTINGS, "x/onnx/graph.onnx", GRAPH);
    installer.install(offer(true), Acceptance.UNSEEN, new LocalFiles(archive), QUIET);
    assertThat(shelf.installed()).containsKey("small");
    assertThat(folder.resolveSibling("graph.onnx")).doesNotExist();
  }

  @Test
  void aBrokenArchiveAndAnAbsentFileAreNamed() throws IOException {
    Path archive = Files.write(folder.resolve("pack.zip"), bytes(100));

    refused(
        "voice.pack-file",
        "pack.zip is no whole ZIP archive",
        () -> installer.install(offer(true), Acceptance.UNSEEN, new LocalFiles(archive), QUIET));
    zip(archive, "settings.json", SETTINGS, "other", GRAPH);
    refused(
        "voice.pack-file",
        "onnx/graph.onnx isn't in pack.zip",
        () -> installer.install(offer(true), Acceptance.UNSEEN, new LocalFiles(archive), QUIET));
  }

  @Test
  void onePackIsInstalledOnceAtATime() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    FileSource slow =
        (file, target, progress) -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          Files.write(target, file.path().startsWith("onnx") ? GRAPH : SETTINGS);
        };
    Thread first =
        Thread.ofVirtual()
            .start(() -> installer.install(offer(true), Acceptance.UNSEEN, slow, QUIET));
    begun.await();

    refused("voice.pack-busy", "just being installed", () -> install(offer(true), true));
    goOn.countDown();
    first.join();
    refused("voice.pack-installed", "installed already", () -> install(offer(true), true));
    shelf.remove("small");
    refused("voice.pack-absent", "nothing was removed", () -> shelf.remove("small"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../../b", "a\\b", ""})
  void pathsStayInsideThePack(String path) {
    assertThatThrownBy(() -> new PackFile(path, URI.create("http://localhost/"), null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void install(PackOffer offer, boolean accepted) {
    installer.install(
        offer, accepted ? Acceptance.UNSEEN : Acceptance.NONE, new Downloads(), QUIET);
  }

  private static void refused(String code, String part, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.sentence()).contains(part);
            });
  }

  private static PackOffer offer(boolean hashesKnown) {
    return new PackOffer(
        "small",
        "tone",
        "Small",
        List.of("en"),
        "OpenRAIL-M",
        "Do no harm.",
        null,
        "here",
        2,
        GRAPH.length + SETTINGS.length,
        List.of(
            file("settings.json", SETTINGS, hashesKnown),
            file("onnx/graph.onnx", GRAPH, hashesKnown)),
        List.of(new PackOffer.Speaker("a", "A", "A", null, 150, 0)),
        true,
        false);
  }

  private static PackOffer withLicence(byte[] text) {
    PackOffer plain = offer(true);
    List<PackFile> files = new ArrayList<>(plain.files());
    files.addFirst(file("LICENSE", text, true));
    return new PackOffer(
        plain.name(),
        plain.engine(),
        plain.title(),
        plain.languages(),
        plain.licence(),
        plain.terms(),
        "LICENSE",
        plain.source(),
        plain.quality(),
        plain.about() + text.length,
        files,
        plain.speakers(),
        true,
        false);
  }

  private static PackFile file(String path, byte[] content, boolean hashKnown) {
    URI address = URI.create(SERVER.baseUrl() + "/" + path);
    @Nullable String hash = hashKnown ? sha256(content) : null;
    return new PackFile(path, address, (long) content.length, hash);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void serve(String path, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder whole(byte[] body) {
    return aResponse().withStatus(200).withBody(body);
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new java.util.Random(count).nextBytes(bytes);
    return bytes;
  }

  private static void zip(Path file, String one, byte[] first, String other, byte[] second)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(one));
      zip.write(first);
      zip.putNextEntry(new ZipEntry(other));
      zip.write(second);
    }
  }
}
