// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

/** Whether replies are compressed with gzip; see {@link ArkSimulator.Builder#compression}. */
public enum Compression {
  /** Not at all. */
  NEVER,
  /** Only if the request's {@code Accept-Encoding} names gzip, as a well-behaved server does. */
  IF_ASKED,
  /** All of them, as some gateways do, even where the request asks for none. */
  ALWAYS;

  boolean appliesTo(ApiRequest request) {
    String accepted = request.header("Accept-Encoding");
    return this == ALWAYS || (this == IF_ASKED && accepted != null && accepted.contains("gzip"));
  }
}
