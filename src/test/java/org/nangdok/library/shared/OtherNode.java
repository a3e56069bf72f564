package org.nangdok.library.shared;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.nangdok.library.SectionQueue.Outcome;
import org.nangdok.library.SectionQueue.Turn;
import org.nangdok.utterance.ClipKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What another node does with the queue and claims, as a process of its own: claims a clip for as
 * long as it lives, and puts back each section that it takes. It tells of both in lines.
 */
final class OtherNode {

  static final ClipKey CLAIMED = new ClipKey("%064x".formatted(26));

  private OtherNode() {}

  public static void main(String[] arguments) throws InterruptedException {
    var place = new SharedDatabase.Place(arguments[0], arguments[1], arguments[2], 4);
    SharedDatabase database = SharedDatabase.open(place);
    JdbcClient client = JdbcClient.create(database.connections());
    var leases = new ClipLeases(client, "other");
    var tasks =
        new SectionTasks(database.connections(), "other", 1, leases, new DatabaseTime(client));
    System.out.println("claimed " + leases.claim(List.of(CLAIMED)).size());
    tasks.start(
        (section, waitedFor) -> {
          System.out.println("took " + section.reading());
          return new Turn(Outcome.LATER, Set.of(), Duration.ZERO);
        });
    System.out.println("time " + System.currentTimeMillis());
    Thread.sleep(Duration.ofMinutes(5)); // it is killed before
  }
}
