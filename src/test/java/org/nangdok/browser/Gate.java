package org.nangdok.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a service that can be cut and mended: what a listener sees of a network that drops. */
final class Gate implements AutoCloseable {

  private final URI service;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  /** Opens a way to a service; for the browser it is an address of its own. */
  Gate(String service) {
    this.service = URI.create(service);
    this.door = listen(0);
    this.port = door.getLocalPort();
  }

  /** The address behind which the service is. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Closes every connection and takes no other. */
  void cut() {
    close(door);
    open.forEach(Gate::close);
    open.clear();
  }

  /** Takes connections again, at the same address. */
  void mend() {
    if (door.isClosed()) {
      door = listen(port);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket listen(int at) {
    try {
      ServerSocket made = new ServerSocket();
      made.setReuseAddress(true);
      made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
      Thread.ofVirtual().start(() -> serve(made));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket browser = from.accept();
        Socket server = new Socket(service.getHost(), service.getPort());
        open.add(browser);
        open.add(server);
        Thread.ofVirtual().start(() -> pass(browser, server));
        Thread.ofVirtual().start(() -> pass(server, browser));
      } catch (IOException e) {
        // the door was closed, or a browser went away before it was served
      }
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one side has hung up: so does the other
    }
    open.remove(from);
    open.remove(to);
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
