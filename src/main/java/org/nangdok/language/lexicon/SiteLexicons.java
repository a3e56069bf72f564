package org.nangdok.language.lexicon;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.FolderFiles;
import org.nangdok.data.KeptFiles;

/**
 * The lexicons that administrators keep for sites: one file a site in a folder, as it was given.
 * The site {@value #EVERYWHERE} stands for all. Thread-safe; files are written whole.
 */
public final class SiteLexicons {

  /** The lexicon under this name counts for every site, after the site's own. */
  public static final String EVERYWHERE = "all";

  private static final Pattern SITE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&-]{0,63}");

  private final @Nullable KeptFiles files;
  private final Consumer<UserLexicon> check;
  private volatile Kept kept = new Kept(-1, Map.of());

  /** The lexicons by site, and the version of the files that hold them. */
  private record Kept(long version, Map<String, SiteLexicon> lexicons) {}

  private SiteLexicons(@Nullable KeptFiles files, Consumer<UserLexicon> check) {
    this.files = files;
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
    return open(folder(folder), check);
  }

  /** The files of a folder that hold lexicons. */
  public static KeptFiles folder(Path folder) {
    return new FolderFiles(folder, name -> format(name).isPresent());
  }

  /** The same of files that may be shared by several machines. */
  public static SiteLexicons open(KeptFiles files, Consumer<UserLexicon> check) {
    var lexicons = new SiteLexicons(files, check);
    lexicons.now().values().forEach(lexicon -> check.accept(lexicon.words()));
    return lexicons;
  }

  private static Optional<LexiconFormat> format(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? LexiconFormat.byEnding(name.substring(dot + 1)) : Optional.empty();
  }

  private Map<String, SiteLexicon> now() {
    Kept last = kept;
    if (files == null) {
      return last.lexicons();
    }
    long version = files.version();
    if (version == last.version()) {
      return last.lexicons();
    }
    Map<String, SiteLexicon> lexicons = new TreeMap<>();
    files
        .all()
        .forEach(
            (name, content) -> {
              String site =
                  URLDecoder.decode(
                      name.substring(0, name.lastIndexOf('.')), StandardCharsets.UTF_8);
              String text = new String(content, StandardCharsets.UTF_8);
              lexicons.put(site, SiteLexicon.read(site, format(name).orElseThrow(), text));
            });
    kept = new Kept(version, lexicons);
    return lexicons;
  }

  /** All lexicons, by the names of their sites. */
  public List<SiteLexicon> all() {
    return List.copyOf(now().values());
  }

  /** A site's own lexicon. */
  public Optional<SiteLexicon> of(String site) {
    return Optional.ofNullable(now().get(key(site)));
  }

  /** The words that count for a site: its own, and those for every site. */
  public UserLexicon words(@Nullable String site) {
    Map<String, SiteLexicon> all = now();
    UserLexicon everywhere = words(all.get(EVERYWHERE));
    return site == null ? everywhere : words(all.get(key(site))).over(everywhere);
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
    requireFiles(key)
        .change(
            all -> {
              forget(all, key);
              all.put(name(key, format), text.getBytes(StandardCharsets.UTF_8));
              return all;
            });
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
    if (files == null) {
      return false;
    }
    boolean[] known = {false};
    files.change(
        all -> {
          known[0] = forget(all, key(site));
          return all;
        });
    return known[0];
  }

  private static boolean forget(Map<String, byte[]> all, String site) {
    boolean known = false;
    for (LexiconFormat format : LexiconFormat.values()) {
      known |= all.remove(name(site, format)) != null;
    }
    return known;
  }

  private KeptFiles requireFiles(String site) {
    if (files == null) {
      throw new LexiconException(
          site, 0, "There is no folder for lexicons; set nangdok.voices or nangdok.data.");
    }
    return files;
  }

  private static String name(String site, LexiconFormat format) {
    return URLEncoder.encode(site, StandardCharsets.UTF_8) + "." + format.ending();
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
