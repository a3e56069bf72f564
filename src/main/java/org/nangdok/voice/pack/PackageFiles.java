package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Files put together of packages that the machine's package clients bring. What a client says is
 * not read: only an archive with the size and the SHA-256 of the offer is opened. One for each
 * installation: a package that could not be had once isn't asked for again.
 */
public final class PackageFiles implements FileSource {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Path folder;
  private final String searchPath;
  private final Duration longest;
  private final Map<PackPackage, PackException> absent = new HashMap<>();

  /** Asks the clients that the machine has. */
  PackageFiles(Path folder) {
    this(folder, String.valueOf(System.getenv("PATH")), LONGEST);
  }

  /**
   * @param folder keeps archives until the pack is whole
   * @param searchPath where clients are looked for, as the system writes such paths
   * @param longest how long one package may take
   */
  PackageFiles(Path folder, String searchPath, Duration longest) {
    this.folder = folder.toAbsolutePath(); // clients run inside of it
    this.searchPath = searchPath;
    this.longest = longest;
  }

  @Override
  public void fetch(PackFile file, Path target, LongConsumer progress) throws IOException {
    if (file.parts().isEmpty()) {
      throw new PackException(
          "voice.pack-unreachable", "No package holds the file " + file.path() + ".");
    }
    long before = 0;
    Map<PackPart, Path> archives = new HashMap<>();
    for (PackPart part : file.parts()) {
      long from = before;
      archives.put(
          part,
          archive(part.archive(), share -> progress.accept(from + (long) (share * part.size()))));
      before += part.size();
    }
    JoinedParts.write(file, target, progress, archives::get);
  }

  /** How much of an archive is there, 0 to 1. */
  private interface Share {
    void is(double share);
  }

  private Path archive(PackPackage wanted, Share share) throws IOException {
    PackException before = absent.get(wanted);
    if (before != null) {
      throw before;
    }
    Path kept = folder.resolve(wanted.fileName());
    if (isRight(wanted, kept)) {
      return kept;
    }
    try {
      bring(wanted, kept, share);
      return kept;
    } catch (PackException e) {
      absent.put(wanted, e);
      throw e;
    }
  }

  private void bring(PackPackage wanted, Path kept, Share share) throws IOException {
    PackageClient client = wanted.client();
    Path program =
        client
            .program(searchPath)
            .orElseThrow(
                () ->
                    new PackException(
                        "voice.pack-unreachable",
                        "This machine has no "
                            + client.name().toLowerCase(java.util.Locale.ROOT)
                            + " to bring the package "
                            + wanted.name()
                            + "."));
    Files.createDirectories(folder);
    Path own = Files.createTempDirectory(folder, "fetching-");
    try {
      var call = new ClientCall(searchPath, longest, 3 * wanted.size() + ClientCall.BESIDES);
      String failure =
          call.run(
              program,
              client.arguments(wanted, own),
              own,
              there -> share.is(Math.min(1, there / (double) wanted.size())));
      if (failure != null) {
        throw new PackException(
            "voice.pack-unreachable",
            "The package %s %s can't be had: %s Try it yourself: %s"
                .formatted(wanted.name(), wanted.version(), failure, client.spoken(wanted)));
      }
      Files.move(result(wanted, own), kept, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      PackShelf.delete(own);
    }
  }

  private static Path result(PackPackage wanted, Path own) throws IOException {
    List<Path> called;
    try (var files = Files.list(own)) {
      called =
          files
              .filter(file -> wanted.isCalled(file.getFileName().toString()))
              .filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
              .toList();
    }
    for (Path file : called) {
      if (isRight(wanted, file)) {
        return file;
      }
    }
    throw new PackException(
        "voice.pack-file",
        called.isEmpty()
            ? "The client brought no archive of the package %s %s."
                .formatted(wanted.name(), wanted.version())
            : "The archive of the package %s %s is not the one that is expected. It was thrown away."
                .formatted(wanted.name(), wanted.version()));
  }

  private static boolean isRight(PackPackage wanted, Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == wanted.size()
        && FileCheck.sha256(file).equals(wanted.sha256());
  }
}
