package org.nangdok.library;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed that people subscribe to: readings that were put there one by one or that follow another
 * site's feed.
 *
 * @param name its name in addresses: lower-case Latin letters, digits and hyphens, at most 64
 * @param title its name for people
 * @param language BCP 47 tag; none if its readings say it
 * @param source the address of the RSS or Atom feed that it follows, if it follows one
 * @param entries its readings, newest first
 * @param refused articles of the source that can't be read aloud, newest first
 * @param personal whose podcast it is, if it is somebody's own
 * @param author who makes it, for people
 * @param image the address of its artwork; it is drawn if there is none
 */
public record Feed(
    String name,
    String title,
    @Nullable String language,
    @Nullable String source,
    List<Entry> entries,
    List<Refused> refused,
    @Nullable Personal personal,
    @Nullable String author,
    @Nullable String image) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** How many readings a feed keeps; podcast programs show no more. */
  public static final int MOST_ENTRIES = 50;

  private static final int MOST_REFUSED = 100;

  public Feed {
    entries = List.copyOf(entries.subList(0, Math.min(entries.size(), MOST_ENTRIES)));
    refused = List.copyOf(refused.subList(0, Math.min(refused.size(), MOST_REFUSED)));
  }

  /** A feed of everybody's without artwork and author of its own. */
  public Feed(
      String name,
      String title,
      @Nullable String language,
      @Nullable String source,
      List<Entry> entries,
      List<Refused> refused) {
    this(name, title, language, source, entries, refused, null, null, null);
  }

  /**
   * Whose podcast a feed is.
   *
   * @param owner the id of a key, or empty for the person at the machine
   * @param secret what its address ends with: 256 random bits in base64url; whoever knows it hears
   *     the podcast
   */
  public record Personal(String owner, String secret) {

    /** Without the secret, so that no log ever has it. */
    @Override
    public String toString() {
      return "Personal " + owner;
    }
  }

  /**
   * One reading of a feed.
   *
   * @param reading the reading's id
   * @param address the article's address in the source
   * @param added when it came into the feed
   */
  public record Entry(String reading, @Nullable String address, Instant added) {}

  /**
   * An article that was left out.
   *
   * @param address the article's address in the source
   * @param code the problem's stable code
   */
  public record Refused(String address, String code) {}

  /** Whether a text has the form of a feed's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether an article of the source was dealt with before. */
  public boolean knows(String address) {
    return entries.stream().anyMatch(entry -> address.equals(entry.address()))
        || refused.stream().anyMatch(entry -> address.equals(entry.address()));
  }

  /** This feed with other readings. */
  public Feed withEntries(List<Entry> others) {
    return new Feed(name, title, language, source, others, refused, personal, author, image);
  }

  /** This feed with other articles left out. */
  public Feed withRefused(List<Refused> others) {
    return new Feed(name, title, language, source, entries, others, personal, author, image);
  }

  /** This feed as somebody's own. */
  public Feed withPersonal(Personal other) {
    return new Feed(name, title, language, source, entries, refused, other, author, image);
  }
}
