// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that answers every GET of a list with a page of synthetic files. It tells its port on
 * the standard output, and ends when its standard input does, so that it outlives nobody.
 *
 * <p>{@code GET /requests} tells how many lists were asked for since it was asked last.
 */
public final class PageServer {

  private static final Pattern AFTER = Pattern.compile("[?&]after=(file-[0-9]+)");
  private static final Pattern LIMIT = Pattern.compile("[?&]limit=([0-9]+)");
  private static final int DEFAULT_LIMIT = 100;

  private final FilePages pages;
  private final AtomicInteger requests = new AtomicInteger();

  private PageServer(int files) {
    this.pages = new FilePages(files);
  }

  /** Serves as many files as the argument says. */
  public static void main(String[] arguments) throws IOException {
    PageServer server = new PageServer(Integer.parseInt(arguments[0]));
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    inBackground(() -> server.accept(listening));
    System.out.println(listening.getLocalPort());
    while (System.in.read() >= 0) {
      // until whoever started this is gone
    }
    listening.close();
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        inBackground(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        skipHeaders(in);
        out.write(response(line.split(" ", 3)[1]));
      }
    } catch (IOException e) {
      // the client is gone: its scan is over, or it tells itself what is wrong
    }
  }

  private static void skipHeaders(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      // none is of interest
    }
  }

  private byte[] response(String target) {
    if (target.equals("/requests")) {
      return response(String.valueOf(requests.getAndSet(0)).getBytes(StandardCharsets.US_ASCII));
    }
    requests.incrementAndGet();
    Matcher after = AFTER.matcher(target);
    Matcher limit = LIMIT.matcher(target);
    return response(
        pages.after(
            after.find() ? FilePages.numberOf(after.group(1)) : 0,
            limit.find() ? Integer.parseInt(limit.group(1)) : DEFAULT_LIMIT));
  }

  private static byte[] response(byte[] body) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: "
                + date
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] response = new byte[head.length + body.length];
    System.arraycopy(head, 0, response, 0, head.length);
    System.arraycopy(body, 0, response, head.length, body.length);
    return response;
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
