package org.nangdok.voice.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;
import org.nangdok.voice.VoiceFileException;
import org.nangdok.voice.YamlFile;

/** All packs that are offered, read from {@code voices/packs}. Immutable. */
public final class PackOffers {

  private static final String IN_THE_CATALOGUE = "in-the-catalogue";

  private final Map<String, PackOffer> offers = new LinkedHashMap<>();

  private PackOffers() {}

  /**
   * Reads the offers.
   *
   * @throws VoiceFileException naming the file and what is wrong in it
   */
  public static PackOffers read(VoicesFolder folder) {
    var offers = new PackOffers();
    for (String name : folder.list("packs")) {
      if (name.endsWith(".yaml")) {
        PackOffer offer = offer(YamlFile.read(folder, name));
        offers.offers.put(offer.name(), offer);
      }
    }
    return offers;
  }

  /** By the names of their files. */
  public List<PackOffer> all() {
    return List.copyOf(offers.values());
  }

  /**
   * The offer of a name.
   *
   * @throws PackException with code {@code voice.pack-unknown}
   */
  public PackOffer get(String name) {
    PackOffer offer = offers.get(name);
    if (offer == null) {
      throw new PackException(
          "voice.pack-unknown",
          "There is no pack of this name. These can be installed: "
              + String.join(", ", offers.keySet())
              + ".");
    }
    return offer;
  }

  private static PackOffer offer(YamlFile file) {
    String base = file.text("base");
    List<PackFile> files = PackFileReader.files(file, base);
    boolean elsewhere = IN_THE_CATALOGUE.equals(file.values().get("speakers"));
    List<PackOffer.Speaker> speakers = elsewhere ? List.of() : speakers(file);
    if (files.isEmpty() || (speakers.isEmpty() && !elsewhere)) {
      throw new VoiceFileException(file.place() + ": \"files\" and \"speakers\" are needed.");
    }
    long known = 0;
    for (PackFile one : files) {
      Long size = one.size();
      known += size == null ? 0 : size;
    }
    String name = file.text("name");
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new VoiceFileException(
          file.place() + ": \"name\" has small letters, digits and hyphens only.");
    }
    boolean asks = !"nothing".equals(file.values().get("asks"));
    boolean byItself = "by-itself".equals(file.values().get("fetched"));
    if (byItself && asks) {
      throw new VoiceFileException(
          file.place() + ": what is fetched by itself must ask nothing (\"asks: nothing\").");
    }
    return new PackOffer(
        name,
        file.text("engine"),
        file.text("title"),
        file.list("languages").stream().map(Object::toString).toList(),
        file.text("licence"),
        file.text("terms").strip(),
        licenceFile(file, files),
        file.text("source"),
        (int) file.number("quality", 2),
        Math.max(known, (long) (file.number("megabytes", 0) * 1_000_000)),
        files,
        speakers,
        asks,
        byItself);
  }

  private static List<PackOffer.Speaker> speakers(YamlFile file) {
    List<PackOffer.Speaker> speakers = new ArrayList<>();
    for (YamlFile entry : file.parts("speakers")) {
      speakers.add(
          new PackOffer.Speaker(
              entry.text("id"),
              entry.text("engineVoice"),
              entry.text("name"),
              gender(entry),
              entry.number("pitch", 150),
              entry.number("gain", 0)));
    }
    return speakers;
  }

  private static @Nullable String licenceFile(YamlFile file, List<PackFile> files) {
    Object named = file.values().get("licence-file");
    if (named != null && files.stream().noneMatch(one -> one.path().equals(named.toString()))) {
      throw new VoiceFileException(
          file.place() + ": \"licence-file\" must be one of the files' paths.");
    }
    return named == null ? null : named.toString();
  }

  private static @Nullable Gender gender(YamlFile entry) {
    Object gender = entry.values().get("gender");
    if (gender == null) {
      return null;
    }
    try {
      return Gender.valueOf(gender.toString().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(
          entry.place() + ": \"gender\" must be female or male or left out.", e);
    }
  }
}
