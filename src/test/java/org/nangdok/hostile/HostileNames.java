package org.nangdok.hostile;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nangdok.page.NameResolver;

/** A name server that lies as told: each question to a name takes the next of its answers. */
public final class HostileNames implements NameResolver {

  private final Map<String, Queue<List<String>>> answers = new ConcurrentHashMap<>();
  private final Map<String, Integer> questions = new ConcurrentHashMap<>();

  /** Adds an answer; the last one given is repeated for ever. */
  public HostileNames answer(String name, String... literals) {
    answers
        .computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>())
        .add(Arrays.asList(literals));
    return this;
  }

  /** How often a name was asked for. */
  public int questions(String name) {
    return questions.getOrDefault(name, 0);
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    questions.merge(name, 1, Integer::sum);
    boolean literal = name.matches("[0-9.]+") || name.contains(":");
    if (literal) {
      return List.of(InetAddress.getByName(name));
    }
    Queue<List<String>> queue = answers.get(name);
    if (queue == null) {
      throw new UnknownHostException(name);
    }
    List<String> literals = queue.size() > 1 ? queue.remove() : queue.element();
    InetAddress[] addresses = new InetAddress[literals.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(literals.get(i));
    }
    return List.of(addresses);
  }
}
