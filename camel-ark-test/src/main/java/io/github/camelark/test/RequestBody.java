// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, of which a form keeps little however large it is. Immutable.
 *
 * @param text the whole body unless it is a form; empty for a form
 * @param parts what a multipart form holds; empty for any other body
 * @param flaw why the form cannot be read to its end; null if it can, and for any other body
 */
record RequestBody(String text, List<FormPart> parts, @Nullable String flaw) {

  static final RequestBody NONE = ofText("");

  RequestBody without(Set<String> fields) {
    List<FormPart> left = parts.stream().filter(part -> !fields.contains(part.name())).toList();
    return new RequestBody(text, left, flaw);
  }

  static RequestBody ofText(String text) {
    return new RequestBody(text, List.of(), null);
  }
}
