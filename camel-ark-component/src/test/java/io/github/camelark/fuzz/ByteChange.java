// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.Arrays;

/** Changes to bytes, whatever they mean. */
enum ByteChange implements Change.Kind<byte[]> {
  FLIP_BIT(ByteChange::flipBit),
  ODD_BYTE(ByteChange::setByte),
  CUT((bytes, where, how) -> Arrays.copyOf(bytes, where)),
  DROP((bytes, where, how) -> Bytes.replace(bytes, where, end(bytes, where, how), new byte[0])),
  REPEAT(ByteChange::repeat),
  SWAP(ByteChange::swap),
  INSERT((bytes, where, how) -> Bytes.replace(bytes, where, where, OddBytes.part(how)));

  private static final int LONGEST_PART = 200;

  private final Change.Kind<byte[]> effect;

  ByteChange(Change.Kind<byte[]> effect) {
    this.effect = effect;
  }

  @Override
  public byte[] change(byte[] bytes, int where, int how) {
    return bytes.length == 0 ? bytes : effect.change(bytes, where % bytes.length, how);
  }

  private static byte[] flipBit(byte[] bytes, int where, int how) {
    byte[] changed = bytes.clone();
    changed[where] ^= (byte) (1 << (how % 8));
    return changed;
  }

  private static byte[] setByte(byte[] bytes, int where, int how) {
    byte[] changed = bytes.clone();
    changed[where] = OddBytes.single(how);
    return changed;
  }

  private static byte[] repeat(byte[] bytes, int where, int how) {
    byte[] part = Arrays.copyOfRange(bytes, where, end(bytes, where, how));
    return Bytes.replace(bytes, where, where, part);
  }

  /** Changes the order of two neighbouring parts. */
  private static byte[] swap(byte[] bytes, int where, int how) {
    int start = Math.max(0, where - 1 - how % LONGEST_PART);
    int end = end(bytes, where, how);
    return Bytes.concat(
        Arrays.copyOfRange(bytes, 0, start),
        Arrays.copyOfRange(bytes, where, end),
        Arrays.copyOfRange(bytes, start, where),
        Arrays.copyOfRange(bytes, end, bytes.length));
  }

  private static int end(byte[] bytes, int start, int how) {
    return Math.min(bytes.length, start + 1 + how % LONGEST_PART);
  }
}
