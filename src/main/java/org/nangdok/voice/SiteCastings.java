package org.nangdok.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private final @Nullable Path folder;
  private volatile Casting now;

  private SiteCastings(@Nullable Path folder, Casting now) {
    this.folder = folder;
    this.now = now;
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
    Casting now = casting;
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(ENDING)) {
            String site = name.substring(0, name.length() - ENDING.length());
            now = now.restored(site, YamlFile.parse(Files.readAllBytes(file), "castings/" + name));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The folder " + folder + " can't be read.", e);
      }
    }
    return new SiteCastings(folder, now);
  }

  /** The casting that counts for new readings. */
  public Casting now() {
    return now;
  }

  /** The sites about which something is decided, sorted. */
  public List<String> sites() {
    return now.sites().stream().sorted().toList();
  }

  /**
   * What is decided for a site.
   *
   * @throws VoiceException with code {@code voice.bad-site} if the name isn't a host's
   */
  public SiteCasting of(String site) {
    return now.site(checked(site));
  }

  /**
   * The ids of the voices that are tried first at a site, by language and role: what is decided
   * there, then what holds everywhere.
   */
  public Map<String, Map<String, List<String>>> preferred(SiteCasting own) {
    Casting casting = now;
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
    Casting changed = now.withSite(host, casting);
    write(host, casting);
    now = changed;
  }

  /**
   * Forgets what is decided for a site; tells whether there was anything.
   *
   * @throws VoiceException with code {@code voice.bad-site} if the name isn't a host's
   */
  public synchronized boolean remove(String site) {
    String host = checked(site);
    boolean known = now.sites().contains(host);
    if (known) {
      Path kept = requireFolder();
      try {
        Files.deleteIfExists(kept.resolve(host + ENDING));
      } catch (IOException e) {
        throw new UncheckedIOException("A casting can't be deleted in " + kept + ".", e);
      }
      now = now.withoutSite(host);
    }
    return known;
  }

  private void write(String host, SiteCasting casting) {
    Path kept = requireFolder();
    try {
      Files.createDirectories(kept);
      Path part = Files.createTempFile(kept, "casting", ".part");
      Files.writeString(part, casting.yaml());
      Files.move(
          part,
          kept.resolve(host + ENDING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("A casting can't be written into " + kept + ".", e);
    }
  }

  private Path requireFolder() {
    if (folder == null) {
      throw new IllegalStateException("This casting has no folder for decisions.");
    }
    return folder;
  }

  private static String checked(String site) {
    String host = site.strip().toLowerCase(Locale.ROOT);
    if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
      throw VoiceException.badSite(site);
    }
    return host;
  }
}
