// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a multipart form without keeping it, part after part. Strict: a form that has no end is no
 * form. Used by one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1">RFC 2046 section 5.1.1</a>
 */
final class FormReader {

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i).*;\\s*boundary=(?:\"([^\"]+)\"|([^\\s;]+)).*");
  private static final Pattern PARAMETER = Pattern.compile(";\\s*(\\w+)=\"([^\"]*)\"");
  private static final int LARGEST_HEADER = 16 * 1024;
  private static final int MOST_PARTS = 1_000;

  private final InputStream input;

  /** The line break before it belongs to the boundary, not to the content. */
  private final byte[] delimiter;

  /** For each prefix of the delimiter: the length of the longest other prefix that ends it. */
  private final int[] fallbacks;

  private FormReader(InputStream input, String boundary) {
    this.input = input;
    this.delimiter = ("\r\n--" + boundary).getBytes(UTF_8);
    this.fallbacks = fallbacks(delimiter);
  }

  static boolean isForm(String contentType) {
    return contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
  }

  /**
   * Reads the whole form.
   *
   * @param input buffered, for it is read byte by byte
   * @throws IOException if the client hangs up
   */
  static RequestBody read(InputStream input, String contentType) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    List<FormPart> parts = new ArrayList<>();
    if (!boundary.matches()) {
      return new RequestBody("", parts, "The form names no boundary.");
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    try {
      new FormReader(input, name).readParts(parts);
      return new RequestBody("", parts, null);
    } catch (FlawException flaw) {
      input.transferTo(OutputStream.nullOutputStream());
      return new RequestBody("", parts, flaw.getMessage());
    }
  }

  /** Ends the reading of a form that is none. */
  private static final class FlawException extends Exception {

    private static final long serialVersionUID = 1L;

    FlawException(String message) {
      super(message, null, false, false);
    }
  }

  private void readParts(List<FormPart> parts) throws IOException, FlawException {
    // the first delimiter may have no line break before it
    copyToDelimiter(OutputStream.nullOutputStream(), 2);
    while (hasNextPart()) {
      if (parts.size() == MOST_PARTS) {
        throw new FlawException("The form has more than " + MOST_PARTS + " parts.");
      }
      parts.add(part());
    }
  }

  private boolean hasNextPart() throws IOException, FlawException {
    int first = nextByte();
    if (first == '-' && nextByte() == '-') {
      input.transferTo(OutputStream.nullOutputStream());
      return false;
    }
    if (first != '\n') {
      line();
    }
    return true;
  }

  private FormPart part() throws IOException, FlawException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers.put(header[0].trim(), header.length < 2 ? "" : header[1].trim());
    }
    String disposition = headers.getOrDefault("Content-Disposition", "");
    String name = parameter(disposition, "name");
    if (name == null) {
      throw new FlawException("A part of the form has no name.");
    }
    ContentSink content = new ContentSink();
    OutputStream buffered = new BufferedOutputStream(content);
    copyToDelimiter(buffered, 0);
    buffered.flush();
    return new FormPart(headers, name, parameter(disposition, "filename"), content.content());
  }

  /** Names are raw UTF-8, in which a quote and a line break are percent-encoded (RFC 7578, 4.2). */
  private static @Nullable String parameter(String disposition, String name) {
    Matcher parameters = PARAMETER.matcher(disposition);
    while (parameters.find()) {
      if (parameters.group(1).equalsIgnoreCase(name)) {
        return parameters
            .group(2)
            .replaceAll("(?i)%22", "\"")
            .replaceAll("(?i)%0D", "\r")
            .replaceAll("(?i)%0A", "\n");
      }
    }
    return null;
  }

  /**
   * Copies what comes before the next delimiter, and skips that.
   *
   * @param matched how many bytes of the delimiter count as read already
   */
  private void copyToDelimiter(OutputStream copy, int matched) throws IOException, FlawException {
    while (matched < delimiter.length) {
      int next = nextByte();
      while (matched > 0 && delimiter[matched] != (byte) next) {
        copy.write(delimiter, 0, matched - fallbacks[matched]);
        matched = fallbacks[matched];
      }
      if (delimiter[matched] == (byte) next) {
        matched++;
      } else {
        copy.write(next);
      }
    }
  }

  private static int[] fallbacks(byte[] pattern) {
    int[] lengths = new int[pattern.length + 1];
    for (int i = 1, length = 0; i < pattern.length; i++) {
      while (length > 0 && pattern[i] != pattern[length]) {
        length = lengths[length];
      }
      if (pattern[i] == pattern[length]) {
        length++;
      }
      lengths[i + 1] = length;
    }
    return lengths;
  }

  private String line() throws IOException, FlawException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = nextByte(); next != '\n'; next = nextByte()) {
      if (line.size() == LARGEST_HEADER) {
        throw new FlawException("A header of the form is too long.");
      }
      line.write(next);
    }
    return line.toString(UTF_8).stripTrailing();
  }

  private int nextByte() throws IOException, FlawException {
    int next = input.read();
    if (next < 0) {
      throw new FlawException("Unexpected end of form.");
    }
    return next;
  }
}
