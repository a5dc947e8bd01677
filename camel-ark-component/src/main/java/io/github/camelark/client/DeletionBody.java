// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkDeletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the reply to a deletion, which services and gateways make as short as they like. */
final class DeletionBody {

  /** More white space than anyone sends. */
  private static final int LONGEST_NOTHING = 256;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

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

  /** Whether there is no body, or only white space, behind a byte order mark or not. */
  static boolean isBlank(byte[] body) {
    return body.length <= LONGEST_NOTHING && words(body).isEmpty();
  }

  private static boolean isNothing(byte[] body) {
    return body.length <= LONGEST_NOTHING && (isBlank(body) || "null".equals(words(body)));
  }

  private static String words(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1);
  }
}
