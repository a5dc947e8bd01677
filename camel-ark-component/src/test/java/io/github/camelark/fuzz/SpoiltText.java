// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text and what has been done to it. */
public record SpoiltText(String sound, List<Change<byte[]>> changes) {

  public String text() {
    byte[] bytes = Bytes.latin1(sound);
    for (Change<byte[]> change : changes) {
      bytes = change.apply(bytes);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return Bytes.show(Bytes.latin1(text())) + " " + changes;
  }
}
