// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * Undoes what a gateway did to a body though it was asked for {@code identity}. The HTTP client's
 * own decoding is switched off: it knows no limit, and what it decodes depends on its version and
 * on the class path.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4">RFC 9110, 8.4</a>
 */
final class ContentCoding {

  /** As much of a body as tells text from compressed bytes. */
  private static final int LOOKED_AT_BYTES = 256;

  private ContentCoding() {}

  /** Says why a body cannot be read. */
  static final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
      super(message);
    }
  }

  /**
   * The body as it was before it was encoded; more bytes than the limit if there are more.
   *
   * @throws UnreadableBodyException if it is encoded in a way that is not known, or badly
   */
  static byte[] decode(ClassicHttpResponse response, byte[] encoded, int limit)
      throws UnreadableBodyException {
    List<String> codings = codings(response);
    if (codings.isEmpty() && isGzip(encoded)) {
      codings = List.of("gzip");
    }
    byte[] body = encoded;
    for (int i = codings.size() - 1; i >= 0 && body.length > 0 && body.length <= limit; i--) {
      body = decode(codings.get(i), body, limit);
    }
    return body;
  }

  /**
   * A body that is decoded while it is read.
   *
   * @throws UnreadableBodyException if it is encoded in a way that is not known
   */
  static InputStream decode(ClassicHttpResponse response, InputStream encoded) throws IOException {
    InputStream body = encoded;
    List<String> codings = codings(response);
    for (int i = codings.size() - 1; i >= 0; i--) {
      body =
          switch (codings.get(i).toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            default ->
                throw new UnreadableBodyException(
                    "its body is encoded, which was not asked for: " + codings.get(i));
          };
    }
    return body;
  }

  private static List<String> codings(ClassicHttpResponse response) {
    if (!response.containsHeader("Content-Encoding")) {
      return List.of();
    }
    List<String> codings = new ArrayList<>();
    for (Header header : response.getHeaders("Content-Encoding")) {
      if (header.getValue() != null) {
        for (String coding : header.getValue().split(",")) {
          codings.add(coding.trim());
        }
      }
    }
    return codings;
  }

  private static byte[] decode(String coding, byte[] body, int limit)
      throws UnreadableBodyException {
    try {
      switch (coding.toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip":
          // one that says so and sends text has encoded nothing
          return isGzip(body)
              ? read(new GZIPInputStream(new ByteArrayInputStream(body)), limit)
              : text(coding, body);
        case "deflate":
          return inflate(body, limit);
        default:
          return text(coding, body);
      }
    } catch (UnreadableBodyException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableBodyException(
          "its body is not what its Content-Encoding says: " + coding);
    }
  }

  /** With the wrapper that the RFC wants, or without it, as some servers send it. */
  private static byte[] inflate(byte[] body, int limit) throws IOException {
    Inflater inflater = new Inflater(!isZlib(body));
    try {
      return read(new InflaterInputStream(new ByteArrayInputStream(body), inflater), limit);
    } finally {
      inflater.end();
    }
  }

  private static byte[] read(InputStream decoding, int limit) throws IOException {
    try (decoding) {
      return ReplyReader.readSome(decoding, limit + 1);
    }
  }

  /** Some servers name a charset there, or a coding that they did not apply. */
  private static byte[] text(String coding, byte[] body) throws UnreadableBodyException {
    for (int i = 0; i < Math.min(body.length, LOOKED_AT_BYTES); i++) {
      if (body[i] >= 0 && body[i] < ' ' && body[i] != '\n' && body[i] != '\r' && body[i] != '\t') {
        throw new UnreadableBodyException(
            "its body is encoded, which was not asked for: " + coding);
      }
    }
    return body;
  }

  private static boolean isGzip(byte[] body) {
    return body.length >= 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  /**
   * Whether it begins as a zlib stream does, one without a preset dictionary.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc1950#section-2.2">RFC 1950, 2.2</a>
   */
  private static boolean isZlib(byte[] body) {
    return body.length >= 2
        && (body[0] & 0x0f) == 8
        && (body[1] & 0x20) == 0
        && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
  }
}
