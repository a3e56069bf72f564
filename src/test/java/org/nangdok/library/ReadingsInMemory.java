package org.nangdok.library;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Readings that are kept as long as the test runs. */
public final class ReadingsInMemory implements ReadingStore {

  private final Map<String, StoredReading> readings = new ConcurrentHashMap<>();
  private final Map<String, StoredPlan> plans = new ConcurrentHashMap<>();
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> owners = new ConcurrentHashMap<>();

  @Override
  public void save(StoredReading reading, StoredPlan plan) {
    plans.put(reading.id(), plan);
    readings.put(reading.id(), reading);
    heard.putIfAbsent(reading.id(), reading.created());
  }

  @Override
  public void settle(String id, boolean finished, String states) {
    readings.computeIfPresent(
        id, (same, before) -> new StoredReading(id, finished, states, before.created()));
  }

  @Override
  public Optional<StoredReading> find(String id) {
    return Optional.ofNullable(readings.get(id));
  }

  @Override
  public Optional<byte[]> plan(String id) {
    return Optional.ofNullable(plans.get(id)).map(StoredPlan::content);
  }

  @Override
  public List<String> unfinished() {
    return sorted().filter(reading -> !reading.finished()).map(StoredReading::id).toList();
  }

  private Stream<StoredReading> sorted() {
    return readings.values().stream()
        .sorted(Comparator.comparing(StoredReading::created).thenComparing(StoredReading::id));
  }

  @Override
  public List<String> outdated() {
    return List.of();
  }

  @Override
  public List<ListedReading> newest(@Nullable String owner, @Nullable String before, int most) {
    List<StoredReading> newest = sorted().toList().reversed();
    return newest.stream()
        .dropWhile(reading -> before != null && !reading.id().equals(before))
        .skip(before == null ? 0 : 1)
        .filter(
            reading -> owner == null || owners.getOrDefault(reading.id(), Set.of()).contains(owner))
        .limit(most)
        .map(this::listed)
        .toList();
  }

  private ListedReading listed(StoredReading reading) {
    StoredPlan plan = Objects.requireNonNull(plans.get(reading.id()));
    return new ListedReading(
        reading.id(),
        plan.title(),
        plan.url(),
        reading.finished(),
        reading.created(),
        heard.getOrDefault(reading.id(), reading.created()));
  }

  @Override
  public List<ListedReading> leastHeard() {
    return readings.values().stream()
        .map(this::listed)
        .sorted(Comparator.comparing(ListedReading::heard).thenComparing(ListedReading::id))
        .toList();
  }

  @Override
  public void heard(String id, Instant when) {
    heard.put(id, when);
  }

  @Override
  public void own(String id, String owner) {
    owners.computeIfAbsent(id, same -> ConcurrentHashMap.newKeySet()).add(owner);
  }

  @Override
  public boolean disown(String id, String owner) {
    return owners.getOrDefault(id, ConcurrentHashMap.newKeySet()).remove(owner);
  }

  @Override
  public boolean isOwned(String id) {
    return !owners.getOrDefault(id, Set.of()).isEmpty();
  }

  @Override
  public byte[] clips(String id) {
    return Optional.ofNullable(plans.get(id)).map(StoredPlan::clips).orElse(new byte[0]);
  }

  @Override
  public void eachClips(Consumer<byte[]> keys) {
    plans.values().forEach(plan -> keys.accept(plan.clips()));
  }

  @Override
  public boolean remove(String id) {
    plans.remove(id);
    owners.remove(id);
    return readings.remove(id) != null;
  }
}
