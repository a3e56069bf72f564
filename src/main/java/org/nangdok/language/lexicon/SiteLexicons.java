package org.nangdok.language.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lexicons that administrators keep for sites: one file a site in a folder, as it was given.
 * The site {@value #EVERYWHERE} stands for all. Thread-safe; files are written whole.
 */
public final class SiteLexicons {

  /** The lexicon under this name counts for every site, after the site's own. */
  public static final String EVERYWHERE = "all";

  private static final Pattern SITE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{0,63}");

  private final @Nullable Path folder;
  private final Consumer<UserLexicon> check;
  private final Map<String, SiteLexicon> kept = new ConcurrentSkipListMap<>();

  private SiteLexicons(@Nullable Path folder, Consumer<UserLexicon> check) {
    this.folder = folder;
    this.check = check;
  }

  /** No lexicons, and no place to keep any. */
  public static SiteLexicons none() {
    return new SiteLexicons(null, words -> {});
  }

  /**
   * Reads all lexicons of a folder, which may not be there yet.
   *
   * @param check refuses words that can't be spoken, with a {@link LexiconException}
   * @throws LexiconException naming file and line of the first mistake
   */
  public static SiteLexicons open(Path folder, Consumer<UserLexicon> check) {
    var lexicons = new SiteLexicons(folder, check);
    if (!Files.isDirectory(folder)) {
      return lexicons;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Optional<LexiconFormat> format = LexiconFormat.byEnding(name.substring(dot + 1));
        if (dot > 0 && format.isPresent()) {
          String site = URLDecoder.decode(name.substring(0, dot), StandardCharsets.UTF_8);
          var lexicon = SiteLexicon.read(site, format.get(), Files.readString(file));
          check.accept(lexicon.words());
          lexicons.kept.put(site, lexicon);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " can't be read.", e);
    }
    return lexicons;
  }

  /** All lexicons, by the names of their sites. */
  public List<SiteLexicon> all() {
    return List.copyOf(kept.values());
  }

  /** A site's own lexicon. */
  public Optional<SiteLexicon> of(String site) {
    return Optional.ofNullable(kept.get(key(site)));
  }

  /** The words that count for a site: its own, and those for every site. */
  public UserLexicon words(@Nullable String site) {
    UserLexicon everywhere = words(kept.get(EVERYWHERE));
    return site == null ? everywhere : words(kept.get(key(site))).over(everywhere);
  }

  private static UserLexicon words(@Nullable SiteLexicon lexicon) {
    return lexicon == null ? UserLexicon.EMPTY : lexicon.words();
  }

  /**
   * Keeps a site's lexicon in place of the one before.
   *
   * @throws LexiconException naming the line that is wrong, or the site
   */
  public synchronized SiteLexicon put(String site, LexiconFormat format, String text) {
    String key = checked(site);
    SiteLexicon lexicon = SiteLexicon.read(key, format, text);
    check.accept(lexicon.words());
    write(key, format, text);
    kept.put(key, lexicon);
    return lexicon;
  }

  /**
   * Adds a word to a site's lexicon, or reads a word that is there in the new way.
   *
   * @throws LexiconException if the word can't be kept
   */
  public synchronized SiteLexicon add(String site, UserLexicon.Entry entry) {
    SiteLexicon before =
        of(site).orElseGet(() -> SiteLexicon.read(key(site), LexiconFormat.TSV, ""));
    return put(site, before.format(), before.with(entry));
  }

  /** Forgets a site's lexicon; tells whether there was one. */
  public synchronized boolean remove(String site) {
    SiteLexicon lexicon = kept.remove(key(site));
    if (lexicon == null || folder == null) {
      return lexicon != null;
    }
    delete(file(folder, lexicon.site(), lexicon.format()));
    return true;
  }

  private void write(String site, LexiconFormat format, String text) {
    if (folder == null) {
      throw new LexiconException(
          site, 0, "There is no folder for lexicons; set nangdok.voices or nangdok.data.");
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "lexicon", ".part");
      Files.writeString(part, text);
      Files.move(
          part,
          file(folder, site, format),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The lexicon can't be written into " + folder + ".", e);
    }
    for (LexiconFormat other : LexiconFormat.values()) {
      if (other != format) {
        delete(file(folder, site, other));
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " can't be deleted.", e);
    }
  }

  private static Path file(Path folder, String site, LexiconFormat format) {
    String name = URLEncoder.encode(site, StandardCharsets.UTF_8);
    return folder.resolve(name + "." + format.ending());
  }

  private static String checked(String site) {
    String key = key(site);
    if (!SITE.matcher(key).matches()) {
      throw new LexiconException(
          site, 0, "A site's name has 1 to 64 letters, digits, spaces and the signs . _ & -.");
    }
    return key;
  }

  private static String key(String site) {
    return site.strip().toLowerCase(Locale.ROOT);
  }
}
