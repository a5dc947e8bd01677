// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * How far and how fast the body of a request is read. Immutable.
 *
 * @param bytes how many are read of it
 * @param bytesPerSecond 0 for as fast as they come
 */
record Reading(long bytes, int bytesPerSecond) {

  static final Reading WHOLE = new Reading(Long.MAX_VALUE, 0);
  static final Reading NOTHING = new Reading(0, 0);

  InputStream of(InputStream body) {
    return equals(WHOLE) ? body : new ReadBody(body, this);
  }

  /** Ends where reading ends, and sleeps after each piece. */
  private static final class ReadBody extends FilterInputStream {

    private static final int PIECES_PER_SECOND = 20;

    private final Reading reading;
    private long left;

    ReadBody(InputStream body, Reading reading) {
      super(body);
      this.reading = reading;
      this.left = reading.bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int piece = reading.bytesPerSecond / PIECES_PER_SECOND;
      long most = Math.min(left, piece == 0 ? length : Math.max(1, Math.min(piece, length)));
      int read = most == 0 ? -1 : super.read(buffer, offset, (int) most);
      if (read > 0) {
        left -= read;
        rest(read);
      }
      return read;
    }

    private void rest(int read) throws IOException {
      if (reading.bytesPerSecond > 0) {
        try {
          TimeUnit.MICROSECONDS.sleep(read * 1_000_000L / reading.bytesPerSecond);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("the simulator is being stopped", e);
        }
      }
    }
  }
}
