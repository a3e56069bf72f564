package org.nangdok.voice.pack;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.voice.VoiceFileException;
import org.nangdok.voice.YamlFile;

/** Reads what an offer says about its files and the packages that hold them. */
final class PackFileReader {

  private PackFileReader() {}

  /**
   * The files of an offer.
   *
   * @param base what the files' addresses begin with
   * @throws VoiceFileException naming the place and what is wrong there
   */
  static List<PackFile> files(YamlFile offer, String base) {
    Map<String, PackPackage> packages = new LinkedHashMap<>();
    for (YamlFile entry : offer.parts("packages")) {
      packages.put(entry.text("id"), packageOf(entry));
    }
    List<PackFile> files = new ArrayList<>();
    for (YamlFile entry : offer.parts("files")) {
      files.add(file(entry, base, packages));
    }
    return files;
  }

  private static PackPackage packageOf(YamlFile entry) {
    try {
      return new PackPackage(
          PackageClient.of(entry.text("client")),
          entry.text("name"),
          entry.text("version"),
          (long) entry.number("size", 0),
          entry.text("sha256"));
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(entry.place() + ": " + e.getMessage(), e);
    }
  }

  private static PackFile file(YamlFile entry, String base, Map<String, PackPackage> packages) {
    List<PackPart> parts = new ArrayList<>();
    for (YamlFile part : entry.parts("parts")) {
      parts.add(part(part, packages));
    }
    try {
      String path = entry.text("path");
      Object sha256 = entry.values().get("sha256");
      double size = entry.number("size", -1);
      Object text = entry.values().get("text");
      return new PackFile(
          path,
          text == null ? address(entry, base, path, !parts.isEmpty()) : null,
          size < 0 ? null : (long) size,
          sha256 == null ? null : sha256.toString(),
          parts,
          text == null ? null : text.toString());
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(entry.place() + ": " + e.getMessage(), e);
    }
  }

  /** A file that is put together has an address only where one is named. */
  private static @Nullable URI address(YamlFile entry, String base, String path, boolean joined) {
    Object from = entry.values().getOrDefault("from", joined ? null : path);
    if (from == null) {
      return null;
    }
    boolean whole = from.toString().matches("https?://.*");
    return URI.create(whole ? from.toString() : base + from);
  }

  private static PackPart part(YamlFile entry, Map<String, PackPackage> packages) {
    PackPackage archive = packages.get(entry.text("package"));
    if (archive == null) {
      throw new VoiceFileException(
          entry.place() + ": there is no package \"" + entry.text("package") + "\".");
    }
    try {
      return new PackPart(archive, entry.text("entry"), (long) entry.number("size", 0));
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(entry.place() + ": " + e.getMessage(), e);
    }
  }
}
