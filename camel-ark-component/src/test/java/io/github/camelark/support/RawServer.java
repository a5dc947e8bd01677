// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks to sockets, for what no honest HTTP server would do. It reads the head of a
 * request and leaves the rest to a {@link Conversation}, which it ends when it is closed. Requests
 * have no body.
 */
public final class RawServer implements AutoCloseable {

  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** What happens after the head of a request was read. */
  @FunctionalInterface
  public interface Conversation {
    void hold(Socket socket, String head) throws IOException;
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final boolean keepsAlive;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile int knockPort;
  private volatile CountDownLatch knock = new CountDownLatch(0);

  private RawServer(ServerSocket listener, Conversation conversation, boolean keepsAlive) {
    this.listener = listener;
    this.conversation = conversation;
    this.keepsAlive = keepsAlive;
    newThread(this::accept).start();
  }

  /** Holds one conversation per connection, and closes it. */
  public static RawServer start(Conversation conversation) throws IOException {
    return new RawServer(listen(), conversation, false);
  }

  /** Holds one conversation after the other on a connection, until one of both sides closes it. */
  public static RawServer keepingAlive(Conversation conversation) throws IOException {
    return keepingAlive(listen(), conversation);
  }

  /** The same at a socket that listens already, which it closes at its end. */
  public static RawServer keepingAlive(ServerSocket listener, Conversation conversation) {
    return new RawServer(listener, conversation, true);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Answers every request with these characters and closes the connection. */
  public static RawServer answering(String reply) throws IOException {
    return start((socket, head) -> write(socket, reply));
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The heads of the requests so far. */
  public List<String> heads() {
    return new ArrayList<>(heads);
  }

  /** The heads of the requests since this was asked last. */
  public List<String> takeHeads() {
    List<String> taken = heads();
    heads.removeAll(taken);
    return taken;
  }

  /**
   * How many requests there were, those included whose client hung up before their head was read: a
   * connection counts as one, and one more for each further request on it. What clients sent before
   * this call is counted, however busy the machine is.
   */
  public int requests() throws IOException, InterruptedException {
    synchronized (requests) {
      try (Socket knocking = new Socket()) {
        knock = new CountDownLatch(1);
        knocking.bind(null);
        knockPort = knocking.getLocalPort();
        // connections are accepted in the order in which they were made
        knocking.connect(listener.getLocalSocketAddress());
        knock.await();
      }
      return requests.get();
    }
  }

  /** Waits until every conversation so far has ended. */
  public void awaitEndOfConversations() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  public static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Lets a moment pass; ends with an exception if the client hangs up. */
  public static void pause(Socket socket) throws IOException {
    socket.setSoTimeout(10);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new SocketException("the client hung up");
      }
    } catch (SocketTimeoutException e) {
      // nothing came, which is what is waited for
    }
    socket.setSoTimeout(0);
  }

  /** Sends text for ever, a byte at a time with pauses, until the client hangs up. */
  public static void dripForEver(Socket socket, String text) throws IOException {
    while (true) {
      for (int i = 0; i < text.length(); i++) {
        write(socket, text.substring(i, i + 1));
        pause(socket);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        if (socket.getPort() == knockPort) {
          knockPort = 0;
          socket.close();
          knock.countDown();
          continue;
        }
        requests.incrementAndGet();
        // or what is written byte by byte would arrive in a few pieces
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Thread thread = newThread(() -> serve(socket));
        threads.add(thread);
        thread.start();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = readHead(socket.getInputStream());
      converse(socket, head);
      while (keepsAlive && !socket.isClosed()) {
        head = readHead(socket.getInputStream());
        requests.incrementAndGet();
        converse(socket, head);
      }
    } catch (IOException e) {
      // the client hung up, as most of these tests want it to
    } finally {
      sockets.remove(socket);
      threads.remove(Thread.currentThread());
    }
  }

  private void converse(Socket socket, String head) throws IOException {
    heads.add(head);
    conversation.hold(socket, head);
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    return thread;
  }

  private static String readHead(InputStream stream) throws IOException {
    StringBuilder head = new StringBuilder();
    int matched = 0;
    while (matched < END_OF_HEAD.length) {
      int read = stream.read();
      if (read < 0) {
        throw new IOException("the client hung up before the end of the head");
      }
      head.append((char) read);
      matched = read == END_OF_HEAD[matched] ? matched + 1 : read == '\r' ? 1 : 0;
    }
    return head.toString();
  }
}
