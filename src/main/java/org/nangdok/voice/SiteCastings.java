package org.nangdok.voice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.FolderFiles;
import org.nangdok.data.KeptFiles;
import org.nangdok.script.Speaker;

/**
 * The casting that counts now, and what administrators decide for sites: one file a site in a
 * folder. A site is named by its host, such as {@code news.example.com}, and stands for the hosts
 * under it; or by the outlet's name where that has the form of a host. Thread-safe; files are
 * written whole.
 */
public final class SiteCastings {

  /** RFC 1123 labels; no path can be spelled with them. */
  private static final Pattern HOST =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

  private static final int LONGEST_HOST = 253;
  private static final String ENDING = ".yaml";

  private final @Nullable KeptFiles files;
  private final Casting shipped;
  private volatile Decided decided;

  /** What is decided, and by which version of the files. */
  private record Decided(long version, Casting casting) {}

  private SiteCastings(@Nullable KeptFiles files, Casting shipped) {
    this.files = files;
    this.shipped = shipped;
    this.decided = new Decided(-1, shipped);
    if (files != null) {
      read(files, files.version());
    }
  }

  /** A casting that stays as it is. */
  public static SiteCastings fixed(Casting casting) {
    return new SiteCastings(null, casting);
  }

  /**
   * Reads what was decided before into a casting.
   *
   * @param folder where the decisions are kept; need not be there yet
   * @throws IllegalStateException naming the file and what is wrong in it
   */
  public static SiteCastings open(Path folder, Casting casting) {
    return open(folder(folder), casting);
  }

  /** The files of a folder that hold decisions. */
  public static KeptFiles folder(Path folder) {
    return new FolderFiles(folder, name -> name.endsWith(ENDING));
  }

  /** Reads what was decided before, here or at other machines, into a casting. */
  public static SiteCastings open(KeptFiles files, Casting casting) {
    return new SiteCastings(files, casting);
  }

  private Casting read(KeptFiles kept, long version) {
    Casting casting = shipped;
    for (Map.Entry<String, byte[]> file : kept.all().entrySet()) {
      String name = file.getKey();
      String site = name.substring(0, name.length() - ENDING.length());
      casting = casting.restored(site, YamlFile.parse(file.getValue(), "castings/" + name));
    }
    decided = new Decided(version, casting);
    return casting;
  }

  /** The casting that counts for new readings. */
  public Casting now() {
    Decided last = decided;
    if (files == null) {
      return last.casting();
    }
    long version = files.version();
    return version == last.version() ? last.casting() : read(files, version);
  }

  /** The sites about which something is decided, sorted. */
  public List<String> sites() {
    return now().sites().stream().sorted().toList();
  }

  /**
   * What is decided for a site.
   *
   * @throws VoiceException with code {@code voice.bad-site} if the name isn't a host's
   */
  public SiteCasting of(String site) {
    return now().site(checked(site));
  }

  /**
   * The ids of the voices that are tried first at a site, by language and role: what is decided
   * there, then what holds everywhere.
   */
  public Map<String, Map<String, List<String>>> preferred(SiteCasting own) {
    Casting casting = now();
    Map<String, Map<String, List<String>>> languages = new TreeMap<>();
    for (String language : casting.languages()) {
      Map<String, List<String>> byRole = new LinkedHashMap<>();
      for (Speaker role : Speaker.values()) {
        Set<String> ids = new LinkedHashSet<>();
        String first = own.roles().get(role.code());
        if (first != null) {
          casting.speaking(language, first).ifPresent(voice -> ids.add(voice.id()));
        }
        casting.preferred(language, role).forEach(voice -> ids.add(voice.id()));
        if (!ids.isEmpty()) {
          byRole.put(role.code(), List.copyOf(ids));
        }
      }
      languages.put(language, byRole);
    }
    return languages;
  }

  /**
   * Keeps the decisions for a site in place of those before.
   *
   * @throws VoiceException if the name isn't a host's, a voice isn't there or a role is none
   */
  public synchronized void put(String site, SiteCasting casting) {
    String host = checked(site);
    casting.requireRoles();
    now().withSite(host, casting); // refuses what isn't there
    requireFiles()
        .change(
            all -> {
              all.put(host + ENDING, casting.yaml().getBytes(StandardCharsets.UTF_8));
              return all;
            });
  }

  /**
   * Forgets what is decided for a site; tells whether there was anything.
   *
   * @throws VoiceException with code {@code voice.bad-site} if the name isn't a host's
   */
  public synchronized boolean remove(String site) {
    String host = checked(site);
    boolean[] known = {false};
    requireFiles()
        .change(
            all -> {
              known[0] = all.remove(host + ENDING) != null;
              return all;
            });
    return known[0];
  }

  private KeptFiles requireFiles() {
    if (files == null) {
      throw new IllegalStateException("This casting has no place for decisions.");
    }
    return files;
  }

  private static String checked(String site) {
    String host = site.strip().toLowerCase(Locale.ROOT);
    if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
      throw VoiceException.badSite(site);
    }
    return host;
  }
}
