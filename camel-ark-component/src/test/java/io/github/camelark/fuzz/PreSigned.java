// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The signature of the download addresses in some seeds. It cannot be recognised as one where its
 * name is spoilt or it has come into another place: there it is made a word that may be shown.
 */
final class PreSigned {

  private static final String SIGNATURE = "s3cret";

  /** Of the same length, so that what was announced of a reply stays true. */
  private static final String WORD = "public";

  private static final Pattern WITHOUT_ITS_NAME =
      Pattern.compile(
          "(\"download_url\":\"https://tos\\.example/[^\"\\\\]*?Signature="
              + SIGNATURE
              + ")|"
              + SIGNATURE);

  private PreSigned() {}

  /** The bytes with the signature only where its name stands before it. */
  static byte[] onlyByName(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains(SIGNATURE)
        ? Bytes.latin1(
            WITHOUT_ITS_NAME
                .matcher(text)
                .replaceAll(found -> found.group(1) == null ? WORD : "$1"))
        : bytes;
  }

  static byte[] nowhere(byte[] bytes) {
    return Bytes.latin1(new String(bytes, StandardCharsets.ISO_8859_1).replace(SIGNATURE, WORD));
  }
}
