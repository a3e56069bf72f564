package org.nangdok.voice.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nangdok.voice.pack.Archives.noise;
import static org.nangdok.voice.pack.Archives.packageOf;
import static org.nangdok.voice.pack.Archives.sha256;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.problem.ProblemException;

/**
 * Package clients here are small programs of the test's own; what they are asked is written down.
 */
@DisabledOnOs(OS.WINDOWS)
class PackageFilesTest {

  private static final byte[] FIRST = noise(30_000);
  private static final byte[] SECOND = noise(20_001);
  private static final byte[] STYLE = noise(4_096);
  private static final PackInstaller.Progress QUIET = (file, done, all) -> {};

  @TempDir private Path folder = Path.of("");
  private Path bin = Path.of("");
  private Path registry = Path.of("");
  private PackShelf shelf = new PackShelf(Path.of("nowhere"));

  @BeforeEach
  void registry() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    registry = Files.createDirectories(folder.resolve("registry"));
    shelf = new PackShelf(folder.resolve("packs"));
    Archives.zip(wheel(1), Map.of("graph_1/part.bin", FIRST, "graph_1/__init__.py", new byte[9]));
    Archives.zip(wheel(2), Map.of("graph_2/part.bin", SECOND));
    Archives.tarball(
        tarball(), Map.of("package/README.md", noise(700), "package/voices/a.bin", STYLE));
  }

  @Test
  void aFileIsJoinedOfTheEntriesOfSeveralPackagesAndTheArchivesGo() throws IOException {
    bringing();
    List<Long> steps = new ArrayList<>();

    install(offer(), (file, done, all) -> steps.add(done * 100 / all));

    Path pack = folder.resolve("packs/joined");
    assertThat(Files.readAllBytes(pack.resolve("model.onnx"))).isEqualTo(joined());
    assertThat(Files.readAllBytes(pack.resolve("styles/a.bin"))).isEqualTo(STYLE);
    assertThat(pack.resolve("vocab.json")).hasContent("{\"a\": 1}");
    assertThat(steps).isSorted().last().isEqualTo(100L);
    assertThat(folder.resolve("packs/.archives")).isEmptyDirectory();
    assertThat(folder.resolve("packs/accepted.tsv")).doesNotExist();
  }

  /** As by default: {@code data} beside where the program was started. */
  @Test
  void aRelativeFolderWillDo() throws IOException {
    shelf =
        new PackShelf(
            Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath().resolve("packs")));
    bringing();

    install(offer(), QUIET);

    assertThat(folder.resolve("packs/joined/model.onnx")).exists();
  }

  @Test
  void clientsAreAskedForOneVersionWithoutWhatItDependsOnAndRunNothingOfIt() throws IOException {
    bringing();

    install(offer(), QUIET);

    assertThat(Files.readAllLines(folder.resolve("asked")))
        .hasSize(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("pip3 download")
                    .contains("--no-deps", "--only-binary=:all:", "--no-input")
                    .endsWith("graph-1==1.2.0"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("npm pack")
                    .contains("--ignore-scripts")
                    .endsWith("styles@1.2.0"))
        .noneMatch(line -> line.contains("http"));
  }

  @Test
  void whatIsThereAlreadyIsNotAskedForAgain() throws IOException {
    bringing();
    client("npm", "exit 7");
    PackOffer offer = offer();
    refused("voice.pack-unreachable", "npm ended with exit code 7", () -> install(offer, QUIET));
    refused("voice.pack-unreachable", "npm pack styles@1.2.0", () -> install(offer, QUIET));

    client("npm", "cp " + tarball() + " \"$9\"");
    client("pip3", "exit 1");
    install(offer, QUIET);

    assertThat(shelf.installed()).containsKey("joined");
  }

  @Test
  void aMachineWithoutTheClientSaysWhichOneItLacks() throws IOException {
    Files.writeString(bin.resolve("pip"), "not executable");

    refused("voice.pack-unreachable", "has no pip to bring", () -> install(offer(), QUIET));
    assertThat(shelf.installed()).isEmpty();
  }

  @Test
  void anArchiveOfTheSameNameThatIsAnotherOneIsNeverOpened() throws IOException {
    PackOffer offer = offer();
    Archives.zip(wheel(1), Map.of("graph_1/part.bin", noise(30_001)));
    bringing();

    refused("voice.pack-file", "graph-1 1.2.0 is not the one", () -> install(offer, QUIET));
    assertThat(folder.resolve("packs/.archives")).isEmptyDirectory();
  }

  @Test
  void aClientThatBringsNothingOrALinkIsNotBelieved() throws IOException {
    PackOffer offer = offer();
    client("pip3", "exit 0");
    refused("voice.pack-file", "brought no archive", () -> install(offer, QUIET));

    client("pip3", "for a; do d=\"$p\"; p=\"$a\"; done; ln -s " + wheel(1) + " \"$d\"/");
    refused("voice.pack-file", "brought no archive", () -> install(offer, QUIET));
  }

  @Test
  void aClientThatNeverEndsIsEndedWithAllItStarted() throws IOException {
    client("pip3", "sleep 600 & echo $! > " + folder.resolve("child") + "; sleep 600");
    var source = new PackageFiles(shelf.archives(), path(), Duration.ofSeconds(1));

    refused(
        "voice.pack-unreachable",
        "took longer than 1 seconds",
        () -> new PackInstaller(shelf).install(offer(), Acceptance.NONE, source, QUIET));

    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    org.awaitility.Awaitility.await().until(() -> !runs(child));
  }

  /** What nobody has collected yet after its end has no command any more. */
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  @Test
  void aClientThatFillsTheDiskIsEnded() throws IOException {
    var call = new ClientCall(path(), Duration.ofSeconds(30), 5_000_000);
    client("pip3", "head -c 6000000 /dev/zero > big; sleep 600");

    assertThat(call.run(bin.resolve("pip3"), List.of(), folder, there -> {}))
        .isEqualTo("pip3 wrote more than was expected.");
  }

  @Test
  void whatAClientSaysIsNotRead() throws IOException {
    bringing();
    client("npm", "yes 'file:///etc/passwd' | head -c 3000000; cp " + tarball() + " \"$9\"");

    install(offer(), QUIET);

    assertThat(shelf.installed()).containsKey("joined");
  }

  @Test
  void stoppingTheServiceStopsTheClient() throws Exception {
    client("pip3", "echo $$ > " + folder.resolve("own") + "; sleep 600");
    Thread work = Thread.ofPlatform().start(() -> refusedWork());
    org.awaitility.Awaitility.await().until(() -> Files.exists(folder.resolve("own")));

    work.interrupt();
    work.join();

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> {
              long own = Long.parseLong(Files.readString(folder.resolve("own")).strip());
              assertThat(runs(own)).isFalse();
            });
  }

  private void refusedWork() {
    assertThatThrownBy(() -> install(offer(), QUIET)).isInstanceOf(ProblemException.class);
  }

  @Test
  void wheelsAndTarballsInAFolderServeWithoutClients() throws IOException {
    Files.createDirectories(registry.resolve("deeper"));
    Files.move(wheel(2), registry.resolve("deeper/graph_2-1.2.0-py3-none-any.whl"));
    PackOffer offer = offerOf(wheel(1), registry.resolve("deeper/graph_2-1.2.0-py3-none-any.whl"));

    new PackInstaller(shelf).install(offer, Acceptance.NONE, new LocalFiles(registry), QUIET);

    assertThat(Files.readAllBytes(folder.resolve("packs/joined/model.onnx"))).isEqualTo(joined());
  }

  @Test
  void aTarballServesWithoutClients() throws IOException {
    Path whole =
        Archives.tarball(
            folder.resolve("whole.tar.gz"),
            Map.of("kokoro/model.onnx", joined(), "kokoro/styles/a.bin", STYLE));

    new PackInstaller(shelf).install(offer(), Acceptance.NONE, new LocalFiles(whole), QUIET);

    assertThat(shelf.installed()).containsKey("joined");
  }

  @Test
  void anEntryThatUnpacksToMoreThanItShouldIsCutOffAndNamed() throws IOException {
    // 20 MB of zeros in 20 kB: what an archive of the right hash would do if the offer was wrong.
    var bomb = new ByteArrayOutputStream();
    bomb.writeBytes(new byte[20_000_000]);
    Archives.zip(wheel(1), Map.of("graph_1/part.bin", bomb.toByteArray()));

    refused(
        "voice.pack-file",
        "graph_1/part.bin of the package graph-1 1.2.0 has another size",
        () ->
            new PackInstaller(shelf)
                .install(offer(), Acceptance.NONE, new LocalFiles(registry), QUIET));
    assertThat(folder.resolve("packs/.installing-joined/model.onnx")).hasSize(30_001);
  }

  @Test
  void namesThatLeadOutOfTheFolderLeadNowhere() throws IOException {
    Path evil =
        Archives.tarball(
            folder.resolve("evil.tgz"),
            Map.of("../../../model.onnx", joined(), "/tmp/nangdok/a.bin", STYLE));

    new PackInstaller(shelf).install(offer(), Acceptance.NONE, new LocalFiles(evil), QUIET);

    assertThat(folder.resolve("packs/joined/model.onnx")).exists();
    assertThat(folder.resolveSibling("model.onnx")).doesNotExist();
    assertThat(Path.of("/tmp/nangdok/a.bin")).doesNotExist();
  }

  @Test
  void aBrokenTarballIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(tarball());
    Path broken = folder.resolve("broken.tgz");
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 2));

    refused(
        "voice.pack-file",
        "broken.tgz is no whole tarball",
        () ->
            new PackInstaller(shelf)
                .install(offer(), Acceptance.NONE, new LocalFiles(broken), QUIET));
  }

  @Test
  void theNextSourceIsAskedWhereOneHasAnotherFileOrNone() throws IOException {
    bringing();
    Path stick = Files.createDirectories(folder.resolve("stick"));
    Files.write(stick.resolve("model.onnx"), noise(50_001)); // the right size, another file
    var source =
        new OrderedSources(
            List.of(
                new LocalFiles(stick),
                new Downloads(),
                new PackageFiles(shelf.archives(), path(), Duration.ofSeconds(30))));

    new PackInstaller(shelf).install(offer(), Acceptance.NONE, source, QUIET);

    assertThat(Files.readAllBytes(folder.resolve("packs/joined/model.onnx"))).isEqualTo(joined());
  }

  @Test
  void whereNoSourceHasAFileAllSayWhy() throws IOException {
    var source =
        new OrderedSources(
            List.of(
                new LocalFiles(bin),
                new Downloads(),
                new PackageFiles(shelf.archives(), bin.toString(), Duration.ofSeconds(30))));

    refused(
        "voice.pack-file",
        "The file model.onnx isn't in bin. The file model.onnx has no address. This machine has no"
            + " pip to bring the package graph-1.",
        () -> new PackInstaller(shelf).install(offer(), Acceptance.NONE, source, QUIET));
  }

  @Test
  void aDiskThatRunsFullIsSaidAsThat() throws IOException {
    PackOffer offer = offer();
    var free = new long[] {Long.MAX_VALUE / 2};
    var installer = new PackInstaller(shelf, place -> free[0], Clock.systemUTC());
    FileSource failing =
        (file, target, progress) -> {
          free[0] = 0;
          throw new IOException("No space left on device");
        };

    refused(
        "voice.pack-space",
        "The disk ran full",
        () -> installer.install(offer, Acceptance.NONE, failing, QUIET));

    refused(
        "voice.pack-space",
        "MB are free",
        () -> installer.install(offer, Acceptance.NONE, failing, QUIET));
  }

  private void install(PackOffer offer, PackInstaller.Progress progress) {
    new PackInstaller(shelf)
        .install(
            offer,
            Acceptance.NONE,
            new PackageFiles(shelf.archives(), path(), Duration.ofSeconds(30)),
            progress);
  }

  /** Both clients bring what the registry has. */
  private void bringing() throws IOException {
    client(
        "pip3",
        "for a; do p=\"$a\"; done\n"
            + "cp "
            + registry
            + "/$(echo \"${p%%==*}\" | tr - _)-${p##*==}-py3-none-any.whl \"${10}\"");
    client("npm", "cp " + tarball() + " \"$9\"");
  }

  /** The folder is the tenth word to pip and the ninth to npm. */
  private void client(String name, String body) throws IOException {
    Path program = bin.resolve(name);
    Files.writeString(
        program,
        "#!/bin/sh\necho " + name + " \"$@\" >> " + folder.resolve("asked") + "\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private String path() {
    return bin + java.io.File.pathSeparator + "relative";
  }

  private Path wheel(int number) {
    return registry.resolve("graph_" + number + "-1.2.0-py3-none-any.whl");
  }

  private Path tarball() {
    return registry.resolve("styles-1.2.0.tgz");
  }

  private static byte[] joined() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(FIRST);
    all.writeBytes(SECOND);
    return all.toByteArray();
  }

  private PackOffer offer() throws IOException {
    return offerOf(wheel(1), wheel(2));
  }

  private PackOffer offerOf(Path first, Path second) throws IOException {
    PackPackage one = packageOf(PackageClient.PIP, "graph-1", first);
    PackPackage two = packageOf(PackageClient.PIP, "graph-2", second);
    PackPackage styles = packageOf(PackageClient.NPM, "styles", tarball());
    String text = "{\"a\": 1}";
    return new PackOffer(
        "joined",
        "tone",
        "Joined",
        List.of("en"),
        "Apache-2.0",
        "Free.",
        null,
        "here",
        2,
        FIRST.length + SECOND.length + STYLE.length + text.length(),
        List.of(
            new PackFile(
                "model.onnx",
                null,
                (long) joined().length,
                sha256(joined()),
                List.of(
                    new PackPart(one, "graph_1/part.bin", FIRST.length),
                    new PackPart(two, "graph_2/part.bin", SECOND.length)),
                null),
            new PackFile(
                "vocab.json", null, (long) text.length(), sha256(text.getBytes()), List.of(), text),
            new PackFile(
                "styles/a.bin",
                null,
                (long) STYLE.length,
                sha256(STYLE),
                List.of(new PackPart(styles, "package/voices/a.bin", STYLE.length)),
                null)),
        List.of(),
        false,
        false);
  }

  private static void refused(String code, String part, ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.sentence()).contains(part);
              assertThat(problem.code()).isEqualTo(code);
            });
  }
}
