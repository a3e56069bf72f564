package org.nangdok.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.Feed;

/**
 * Podcasts that are somebody's own: made by the first article that is put into them, heard by a
 * secret address, changed by their owner.
 */
public final class PersonalFeeds {

  /** Names each owner's first podcast, whoever asks. */
  public static final String MINE = "mine";

  private static final int SECRET_BYTES = 32;

  private final FeedDesk desk;
  private final SecureRandom random = new SecureRandom();

  public PersonalFeeds(FeedDesk desk) {
    this.desk = desk;
  }

  /**
   * Who wants something of a feed.
   *
   * @param owner the id of a key, or empty for the person at the machine; none for somebody who can
   *     have no podcast
   * @param administers whether all feeds are theirs to change
   */
  public record Caller(@Nullable String owner, boolean administers) {

    private boolean owns(Feed feed) {
      Feed.Personal personal = feed.personal();
      return personal != null && personal.owner().equals(owner);
    }

    /** Whether this caller may know a feed's secret address and change what it holds. */
    public boolean keeps(Feed feed) {
      return owns(feed) || administers;
    }

    /** Whether this caller may know that there is such a feed. */
    public boolean sees(Feed feed) {
      return feed.personal() == null || keeps(feed);
    }
  }

  /** The name under which a caller's feed is kept. */
  public String name(String asked, Caller caller) {
    String owner = caller.owner();
    if (!asked.equals(MINE) || owner == null || owner.isEmpty()) {
      return asked;
    }
    return MINE + "-" + owner.toLowerCase(Locale.ROOT);
  }

  /**
   * The feed of that name, if the caller may know of it.
   *
   * @throws FeedException with code {@code feed.unknown}
   */
  public Feed seen(String asked, Caller caller) {
    String name = name(asked, caller);
    Feed feed = desk.find(name);
    if (!caller.sees(feed)) {
      throw unknown(asked);
    }
    return feed;
  }

  /**
   * The feed of that name, for its keeper.
   *
   * @throws FeedException with code {@code feed.unknown} or {@code feed.not-yours}
   */
  public Feed kept(String asked, Caller caller) {
    Feed feed = seen(asked, caller);
    if (!caller.keeps(feed)) {
      throw notYours(asked);
    }
    return feed;
  }

  /**
   * The same; where there is no such feed, the caller's own podcast is made.
   *
   * @throws FeedException with code {@code feed.not-yours} if it is somebody else's
   */
  public Feed keptOrMade(String asked, Caller caller) {
    String name = name(asked, caller);
    FeedWords.requireName(name);
    String owner = caller.owner();
    Feed feed =
        desk.save(
            name,
            before ->
                before.orElseGet(
                    () -> {
                      if (owner == null) {
                        throw notYours(asked);
                      }
                      if (caller.administers() && !asked.equals(MINE)) {
                        throw unknown(asked); // what everybody hears is made on purpose
                      }
                      return made(name, owner);
                    }));
    if (!caller.keeps(feed)) {
      throw notYours(asked);
    }
    return feed;
  }

  private Feed made(String name, String owner) {
    return new Feed(name, "Nangdok", null, null, List.of(), List.of(), personal(owner), null, null);
  }

  /** Gives a podcast another secret address; the old one leads nowhere from now on. */
  public Feed renew(String asked, Caller caller) {
    String name = kept(asked, caller).name();
    return desk.save(
        name,
        before -> {
          Feed feed = before.orElseThrow(() -> notYours(asked));
          Feed.Personal personal = feed.personal();
          String owner = personal == null ? "" : personal.owner();
          return feed.withPersonal(personal(owner));
        });
  }

  private Feed.Personal personal(String owner) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return new Feed.Personal(owner, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The feed whose secret address ends so. */
  public Optional<Feed> bySecret(String secret) {
    byte[] given = secret.getBytes(StandardCharsets.UTF_8);
    return desk.all().stream()
        .filter(feed -> feed.personal() != null)
        .filter(
            feed ->
                MessageDigest.isEqual(
                    given,
                    Objects.requireNonNull(feed.personal())
                        .secret()
                        .getBytes(StandardCharsets.UTF_8)))
        .findFirst();
  }

  private static FeedException unknown(String name) {
    return new FeedException("feed.unknown", "There is no feed called " + name + ".");
  }

  private static FeedException notYours(String name) {
    return new FeedException(
        "feed.not-yours",
        "The feed "
            + name
            + " is not yours to change. Put the article into `mine`, or ask the administrator.");
  }
}
