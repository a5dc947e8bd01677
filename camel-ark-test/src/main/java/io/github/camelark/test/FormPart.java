// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart form. Immutable.
 *
 * @param headers found by a name in any case
 * @param name of the field
 * @param filename null for a plain field
 * @param content what it holds
 */
record FormPart(
    Map<String, String> headers, String name, @Nullable String filename, PartContent content) {

  @Nullable String contentType() {
    return headers.get("Content-Type");
  }

  /** Returns the content of a plain field. */
  String text() {
    return content.text();
  }
}
