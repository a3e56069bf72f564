package org.nangdok.library.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.nangdok.data.KeptFiles;
import org.nangdok.library.Feed;
import org.nangdok.library.FeedStore;
import org.nangdok.library.LibraryException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Feeds as shared files {@code <name>.json}; changes of several machines follow one another. */
public final class SharedFeeds implements FeedStore {

  private static final String ENDING = ".json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final KeptFiles files;
  private volatile State known = new State(-1, Map.of());

  private record State(long version, Map<String, Feed> feeds) {}

  public SharedFeeds(KeptFiles files) {
    this.files = files;
  }

  private Map<String, Feed> now() {
    long version = files.version();
    State state = known;
    if (version != state.version()) {
      Map<String, Feed> feeds = new TreeMap<>();
      files.all().forEach((name, content) -> feeds.put(name, read(content)));
      state = new State(version, feeds);
      known = state;
    }
    return state.feeds();
  }

  @Override
  public List<Feed> all() {
    return List.copyOf(now().values());
  }

  @Override
  public Optional<Feed> find(String name) {
    return Optional.ofNullable(now().get(name + ENDING));
  }

  @Override
  public void save(Feed feed) {
    files.change(all -> with(all, feed));
  }

  @Override
  public Feed keep(String name, Function<Optional<Feed>, Feed> change) {
    Feed[] kept = new Feed[1];
    files.change(
        all -> {
          Optional<Feed> before =
              Optional.ofNullable(all.get(name + ENDING)).map(SharedFeeds::read);
          kept[0] = change.apply(before);
          return with(all, kept[0]);
        });
    return kept[0];
  }

  private static Map<String, byte[]> with(Map<String, byte[]> all, Feed feed) {
    all.put(feed.name() + ENDING, JSON.writeValueAsBytes(feed));
    return all;
  }

  @Override
  public void remove(String name) {
    files.change(
        all -> {
          all.remove(name + ENDING);
          return all;
        });
  }

  private static Feed read(byte[] content) {
    try {
      return JSON.readValue(content, Feed.class);
    } catch (JacksonException e) {
      throw new LibraryException("storage.failed", "A feed that is kept can't be read.", e);
    }
  }
}
