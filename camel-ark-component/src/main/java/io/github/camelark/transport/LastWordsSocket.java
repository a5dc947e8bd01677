// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that lets a peer have the last word. A server that refuses a client's certificate says
 * so and hangs up while the client still writes. The write fails then, and of what the server has
 * said nothing would be heard: so a write that fails is left for the next read to report. One
 * thread may write while another reads, as with any socket.
 */
final class LastWordsSocket extends Socket {

  private volatile @Nullable SocketException hungUp;

  /** Whether a write has failed, so that whatever is written from now on is lost. */
  boolean hasHungUp() {
    return hungUp != null;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        if (hungUp == null) {
          try {
            out.write(buffer, offset, length);
          } catch (SocketException e) {
            hungUp = e;
          }
        }
      }
    };
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        SocketException e = hungUp;
        if (read < 0 && e != null) {
          throw e;
        }
        return read;
      }
    };
  }
}
