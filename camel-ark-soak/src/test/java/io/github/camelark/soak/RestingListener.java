// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A socket that does not listen for a moment after every 250 connections. */
final class RestingListener extends ServerSocket {

  private static final int CONNECTIONS = 250;
  private static final int REST_MILLIS = 5;
  private static final int BACKLOG = 50;

  private final InetSocketAddress address;
  private volatile ServerSocket listening;
  private volatile int accepted;

  RestingListener() throws IOException {
    listening = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = (InetSocketAddress) listening.getLocalSocketAddress();
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address, BACKLOG);
    return socket;
  }

  @Override
  public Socket accept() throws IOException {
    if (accepted > 0 && accepted % CONNECTIONS == 0) {
      rest();
    }
    Socket socket = listening.accept();
    accepted++;
    return socket;
  }

  private void rest() throws IOException {
    listening.close();
    try {
      Thread.sleep(REST_MILLIS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    synchronized (this) {
      if (!isClosed()) {
        listening = listen(address);
      }
    }
  }

  /** How often it did not listen. */
  int rests() {
    return accepted / CONNECTIONS;
  }

  @Override
  public int getLocalPort() {
    return address.getPort();
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
    listening.close();
  }
}
