package org.nangdok.library.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other nodes tell this one by NOTIFY, on one connection of its own. After a break everybody
 * is told "", because something may have been missed.
 */
public final class NodeNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeNews.class);
  private static final int WAIT = 1_000;

  private final Connector connector;
  private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final Thread thread = Thread.ofPlatform().daemon().name("news").unstarted(this::listen);

  /** Opens a connection that isn't one of the pool's. */
  public interface Connector {
    Connection open() throws SQLException;
  }

  public NodeNews(Connector connector) {
    this.connector = connector;
  }

  /** Has somebody told of what comes on a channel; before {@link #start}. */
  public void on(String channel, Consumer<String> told) {
    listeners.computeIfAbsent(channel, any -> new CopyOnWriteArrayList<>()).add(told);
  }

  public void start() {
    thread.start();
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = connector.open();
          Statement statement = connection.createStatement()) {
        for (String channel : listeners.keySet()) {
          statement.execute("listen " + channel);
        }
        listeners.keySet().forEach(channel -> tell(channel, ""));
        var news = connection.unwrap(PGConnection.class);
        while (!closed) {
          PGNotification[] come = news.getNotifications(WAIT);
          for (PGNotification one : come == null ? new PGNotification[0] : come) {
            tell(one.getName(), one.getParameter());
          }
        }
      } catch (SQLException e) {
        LOG.debug("News break off", e);
        pause();
      }
    }
  }

  private void tell(String channel, String what) {
    for (Consumer<String> listener : listeners.getOrDefault(channel, List.of())) {
      try {
        listener.accept(what);
      } catch (RuntimeException e) {
        LOG.warn("News can't be taken: {}", e.toString());
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(WAIT / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
