package org.nangdok.library.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.SectionQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sections as tasks of db-scheduler in PostgreSQL: taken in the order of their priorities by any
 * node, taken over from nodes that have died. A task's priority stays what it was, so a section for
 * which somebody waits is a second task {@code urgent} beside the usual one; claims on clips keep
 * its sentences from being made twice.
 */
public final class SectionTasks implements SectionQueue {

  /** The channel on which nodes hear of new work, and whether somebody waits for it. */
  static final String CHANNEL = "nangdok_urgent";

  private static final String TABLE = "section_task";
  private static final String USUAL = "section";
  private static final String URGENT = "urgent";

  /** Word of new work comes by {@link #CHANNEL}; this is for what is put back or was missed. */
  private static final int POLL_MILLIS = 750;

  private static final int POLL_APART = 500;

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED = 4;
  private static final Duration LATER = Duration.ofSeconds(1);

  /** Longer than a node takes to look again at once, shorter than until the others look. */
  private static final Duration PASSING = Duration.ofMillis(150);

  private static final Duration END = Duration.ofSeconds(10);

  private final DataSource connections;
  private final JdbcClient client;
  private final String node;
  private final int threads;
  private final ClipLeases leases;
  private final DatabaseTime time;
  private final AtomicInteger inWork = new AtomicInteger();
  private final AtomicLong lastEnded = new AtomicLong(System.nanoTime());
  private final Semaphore yields = new Semaphore(0);
  private @Nullable Scheduler scheduler;
  private @Nullable Worker worker;

  /**
   * @param threads how many sections are made here at the same time
   * @param leases this node's claims, which end together with sections
   * @param time when sections are due, and who is dead
   */
  public SectionTasks(
      DataSource connections, String node, int threads, ClipLeases leases, DatabaseTime time) {
    this.time = time;
    this.leases = leases;
    this.connections = connections;
    this.client = JdbcClient.create(connections);
    this.node = node;
    this.threads = threads;
  }

  @Override
  public synchronized void start(Worker worker) {
    this.worker = worker;
    Scheduler made =
        Scheduler.create(connections, task(USUAL), task(URGENT))
            .tableName(TABLE)
            .clock(time)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(threads)
            .pollUsingLockAndFetch(.5, 1) // a thread that has nothing to do may as well look
            .pollingInterval(pace(node))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .enablePriority()
            .enableImmediateExecution()
            .alwaysPersistTimestampInUTC()
            .failureLogging(LogLevel.WARN, false)
            .shutdownMaxWait(END)
            .build();
    made.start();
    scheduler = made;
  }

  /**
   * Each node's own. The word of new work sets all of them off together; in step, the same one
   * would be first each time, also for what it can't make and has to put back.
   */
  private static Duration pace(String node) {
    return Duration.ofMillis(POLL_MILLIS + Math.floorMod(node.hashCode(), POLL_APART));
  }

  private CustomTask<Void> task(String name) {
    return Tasks.custom(name, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(LATER))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(work(instance, context.getExecution().version)));
  }

  private CompletionHandler<Void> completion(Turn turn) {
    return switch (turn.outcome()) {
      case DONE -> (complete, operations) -> {}; // its row went with its claims
      case LATER ->
          (complete, operations) ->
              operations.reschedule(complete, time.now().plus(later(turn.elsewhere())));
      case PASSED_ON ->
          (complete, operations) -> operations.reschedule(complete, time.now().plus(PASSING));
      case YIELDED -> (complete, operations) -> operations.reschedule(complete, time.now());
    };
  }

  /** What another holds is left alone until its claim may be over. */
  private static Duration later(Duration elsewhere) {
    return elsewhere.compareTo(LATER) > 0 ? elsewhere : LATER;
  }

  /** A section that is done with, its clips' rows and its claims are one commit. */
  private Turn work(TaskInstance<Void> instance, long version) {
    boolean waitedFor = instance.getTaskName().equals(URGENT) || instance.getPriority() >= 100;
    if (waitedFor) {
      yields.drainPermits();
    }
    if (inWork.getAndIncrement() == 0) {
      lastEnded.set(System.nanoTime());
    }
    try {
      Worker now = worker;
      if (now == null) {
        return Turn.of(Outcome.LATER);
      }
      Turn turn = now.work(section(instance.getId()), waitedFor);
      boolean done = turn.outcome() == Outcome.DONE;
      leases.end(
          turn.claims(),
          done ? new ClaimTable.Task(instance.getTaskName(), instance.getId(), version) : null);
      return turn;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Turn.of(Outcome.YIELDED);
    } finally {
      inWork.decrementAndGet();
      lastEnded.set(System.nanoTime());
    }
  }

  private static String name(Section section) {
    return section.reading() + ":" + section.first() + "-" + section.end();
  }

  private static Section section(String name) {
    int colon = name.lastIndexOf(':');
    int hyphen = name.lastIndexOf('-');
    return new Section(
        name.substring(0, colon),
        Integer.parseInt(name.substring(colon + 1, hyphen)),
        Integer.parseInt(name.substring(hyphen + 1)));
  }

  @Override
  public void add(Collection<Section> sections, int priority) {
    boolean urgent = priority >= WAITED_FOR;
    if (sections.isEmpty()) {
      return;
    }
    client
        .sql(
            "with added as (insert into section_task (task_name, task_instance, execution_time,"
                + " picked, version, priority) select :task, name, now(), false, 1, :priority"
                + " from unnest(:names) as name on conflict do nothing returning 1)"
                + " select pg_notify('"
                + CHANNEL
                + "', :how) where exists (select 1 from added)")
        .param("task", urgent ? URGENT : USUAL)
        .param("names", sections.stream().map(SectionTasks::name).toArray(String[]::new))
        .param("priority", priority)
        .param("how", urgent ? URGENT : USUAL)
        .query((row, number) -> true)
        .list();
    soon();
  }

  /** Has it told when somebody waits for work; before it starts. */
  public void hear(NodeNews news) {
    news.on(
        CHANNEL,
        how -> {
          if (how.equals(USUAL)) {
            soon();
          } else {
            urgent(); // or something may have been missed
          }
        });
  }

  /** Somebody waits for work that may have come: it is looked for now. */
  void urgent() {
    if (inWork.get() >= threads) {
      yields.drainPermits();
      yields.release();
    }
    soon();
  }

  private void soon() {
    Scheduler running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  @Override
  public boolean takeYield() {
    return yields.tryAcquire();
  }

  @Override
  public int readings() {
    return client
        .sql("select count(distinct split_part(task_instance, ':', 1)) from section_task")
        .query(Integer.class)
        .single();
  }

  @Override
  public Duration oldest() {
    double seconds =
        client
            .sql(
                "select coalesce(extract(epoch from now() - min(execution_time)), 0)"
                    + " from section_task where not picked")
            .query(Double.class)
            .single();
    return Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000)));
  }

  @Override
  public Duration busy() {
    return inWork.get() == 0
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - lastEnded.get());
  }

  /** Lets sections come to the end of their sentence. */
  @Override
  public synchronized void close() {
    Scheduler running = scheduler;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
  }
}
