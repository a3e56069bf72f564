package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.WorkShare;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers the Wyoming protocol on a port of its own, by which Home Assistant finds and uses voices.
 * It knows no keys: where keys are needed it is answered only if the settings say so. Connections
 * are bounded in number; one whose client takes nothing is closed.
 */
@Component
@EnableConfigurationProperties(WyomingSettings.class)
class WyomingServer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WyomingServer.class);
  private static final int MOST = 64;
  private static final int MOST_OF_ONE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final WyomingEvent BUSY =
      WyomingEvent.of(
          "error",
          Map.of("text", "Too many connections; try again in a moment.", "code", "service.busy"));

  private final WyomingSettings settings;
  private final boolean enabled;
  private final boolean keys;
  private final @Nullable InetAddress address;
  private final URI service;
  private final ForeignVoices voices;
  private final SpokenAnswer answer;
  private final WorkShare share;
  private final Map<Socket, WyomingSession> sessions = new ConcurrentHashMap<>();
  private @Nullable ServerSocket listener;
  private @Nullable ScheduledExecutorService watch;
  private @Nullable WyomingAnnouncement announcement;

  WyomingServer(
      WyomingSettings settings,
      @Value("${nangdok.web.mode:open}") String mode,
      @Value("${server.address:}") @Nullable InetAddress server,
      @Value("${nangdok.public-address}") URI service,
      ForeignVoices voices,
      SpokenAnswer answer,
      WorkShare share) {
    this.settings = settings;
    this.keys = mode.equalsIgnoreCase("keys");
    this.enabled = settings.enabled() == null ? !keys : settings.enabled();
    this.address = settings.address() == null ? server : settings.address();
    this.service = service;
    this.voices = voices;
    this.answer = answer;
    this.share = share;
  }

  @Override
  public void start() {
    if (!enabled) {
      return;
    }
    try {
      var opened = new ServerSocket();
      opened.bind(new InetSocketAddress(address, settings.port()));
      listener = opened;
    } catch (IOException e) {
      LOG.warn(
          "Port {} can't be listened at, so Home Assistant's Wyoming protocol isn't answered;"
              + " nangdok.wyoming.port names another ({})",
          settings.port(),
          e.getMessage());
      return;
    }
    if (keys) {
      LOG.warn("Whoever reaches port {} is spoken to without a key", port());
    }
    LOG.info("Home Assistant finds voices at port {} (Wyoming)", port());
    Thread.ofVirtual().name("wyoming").start(this::listen);
    var sweeping =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("wyoming-", 0).factory());
    sweeping.scheduleAtFixedRate(this::sweep, 5, 5, TimeUnit.SECONDS);
    watch = sweeping;
    announcement = settings.announce() ? WyomingAnnouncement.of(address, port()) : null;
  }

  /** The port that was taken; 0 if none is. */
  int port() {
    return listener == null ? 0 : listener.getLocalPort();
  }

  private void listen() {
    ServerSocket opened = listener;
    while (opened != null && !opened.isClosed()) {
      try {
        open(opened.accept());
      } catch (IOException e) {
        LOG.debug("A connection can't be taken", e);
      }
    }
  }

  @SuppressWarnings("PMD.CloseResource") // its thread closes it
  private void open(Socket socket) {
    long ofOne =
        sessions.keySet().stream()
            .filter(one -> socket.getInetAddress().equals(one.getInetAddress()))
            .count();
    boolean local = socket.getInetAddress().isLoopbackAddress();
    if (sessions.size() >= MOST || (!local && ofOne >= MOST_OF_ONE)) {
      refuse(socket);
      return;
    }
    var session = new WyomingSession(socket, voices, answer, share, service);
    sessions.put(socket, session);
    Thread.ofVirtual().name("wyoming-client").start(() -> serve(socket, session));
  }

  private static void refuse(Socket socket) {
    try (socket) {
      socket.getOutputStream().write(BUSY.bytes());
    } catch (IOException e) {
      LOG.debug("A client went away", e);
    }
  }

  private void serve(Socket socket, WyomingSession session) {
    try (socket) {
      session.serve();
    } catch (IOException e) {
      LOG.debug("A client went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("A Wyoming client couldn't be answered", e);
    } finally {
      sessions.remove(socket);
    }
  }

  private void sweep() {
    sessions.forEach(
        (socket, session) -> {
          if (session.isStuck(PATIENCE.toNanos())) {
            close(socket);
          }
        });
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      LOG.debug("It can't be closed", e);
    }
  }

  @Override
  public void stop() {
    if (announcement != null) {
      close(announcement);
      announcement = null;
    }
    if (watch != null) {
      watch.shutdownNow();
      watch = null;
    }
    if (listener != null) {
      close(listener);
      listener = null;
    }
    sessions.keySet().forEach(WyomingServer::close);
  }

  @Override
  public boolean isRunning() {
    return listener != null;
  }
}
