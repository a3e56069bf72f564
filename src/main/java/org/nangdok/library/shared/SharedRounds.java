package org.nangdok.library.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.nangdok.library.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds as tasks of db-scheduler in a table of their own: one node does each when it is due. */
public final class SharedRounds implements Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(SharedRounds.class);
  private static final String TASK = "round";
  private static final Duration POLL = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_HERE = Duration.ofSeconds(10);
  private static final int MISSED = 4;

  private final Scheduler scheduler;
  private final DatabaseTime time;
  private final Map<String, Round> rounds = new ConcurrentHashMap<>();

  private record Round(Duration every, Runnable work) {}

  /**
   * @param time when rounds are due, and who is dead
   */
  public SharedRounds(DataSource connections, String node, DatabaseTime time) {
    this.time = time;
    CustomTask<Void> task =
        Tasks.custom(TASK, Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(UNKNOWN_HERE))
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Duration next = round(instance.getId());
                  return (complete, operations) ->
                      operations.reschedule(complete, time.now().plus(next));
                });
    this.scheduler =
        Scheduler.create(connections, task)
            .tableName("round_task")
            .clock(time)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(2)
            .pollUsingLockAndFetch(.5, 1)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .alwaysPersistTimestampInUTC()
            .failureLogging(LogLevel.WARN, false)
            .shutdownMaxWait(END)
            .build();
  }

  /** Begins to look for what is due. */
  public void start() {
    scheduler.start();
  }

  private Duration round(String name) {
    Round round = rounds.get(name);
    if (round == null) {
      return UNKNOWN_HERE; // another node does it, or this one isn't so far yet
    }
    try {
      round.work().run();
    } catch (RuntimeException | Error e) {
      LOG.error("A round of {} failed", name, e);
    }
    return round.every();
  }

  @Override
  public void begin(String name, Duration first, Duration every, Runnable work) {
    rounds.put(name, new Round(every, work));
    scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, name), time.now().plus(first));
  }

  @Override
  public void soon(String name) {
    scheduler.reschedule(new TaskInstance<>(TASK, name), time.now());
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
