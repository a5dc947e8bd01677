// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkDeletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the reply to a deletion, which services and gateways make as short as they like. */
final class DeletionBody {

  private static final int LONGEST_NULL = 16;

  private DeletionBody() {}

  /**
   * Nothing, {@code null} and a reply without {@code deleted} say that it was deleted, unless they
   * say that it failed.
   *
   * @param object {@code file} or {@code response}
   */
  static ArkDeletion read(byte[] body, String id, String object) throws IOException {
    if (isNothing(body)) {
      return ArkDeletion.of(id, object, ArkDeletion.Outcome.DELETED);
    }
    ArkDeletion deletion = ArkDeletion.fromJson(body);
    if (!text(body).contains("\"deleted\"")) {
      ErrorInSuccess.refuse(body, object);
    }
    return deletion;
  }

  /** Whether there is no body, or only white space. */
  static boolean isBlank(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothing(byte[] body) {
    return isBlank(body) || (body.length <= LONGEST_NULL && "null".equals(text(body).strip()));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1);
  }
}
