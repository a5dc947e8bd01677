// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one request after the other from a connection; bodies are skipped. Used by one thread. */
final class RawRequests {

  private final InputStream stream;

  RawRequests(InputStream stream) {
    this.stream = new BufferedInputStream(stream);
  }

  /** Returns null if the client has no more. */
  @Nullable RawRequest next() throws IOException {
    String head = head();
    if (head.isBlank()) {
      return null;
    }
    List<String> lines = head.lines().map(String::stripTrailing).toList();
    String[] words = lines.get(0).split(" ", 3);
    String target = words.length < 2 ? "" : words[1];
    int question = target.indexOf('?');
    ApiRequest request =
        new ApiRequest(
            words[0],
            question < 0 ? target : target.substring(0, question),
            question < 0 ? null : target.substring(question + 1),
            headers(lines.subList(1, lines.size() - 1)),
            RequestBody.NONE);
    skipBody(request);
    return new RawRequest(head, request);
  }

  /** Returns all up to the first empty line, or nothing at the end of the stream. */
  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    String line = line();
    head.append(line);
    while (!line.isBlank()) {
      line = line();
      if (line.isEmpty()) {
        throw new EOFException();
      }
      head.append(line);
    }
    return head.toString();
  }

  private static Map<String, List<String>> headers(List<String> lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      String[] header = line.split(":", 2);
      headers
          .computeIfAbsent(header[0].trim(), name -> new ArrayList<>())
          .add(header.length < 2 ? "" : header[1].trim());
    }
    return headers;
  }

  private void skipBody(ApiRequest request) throws IOException {
    String length = request.header("Content-Length");
    if (length != null) {
      stream.skipNBytes(Long.parseLong(length));
    } else if (request.header("Transfer-Encoding") != null) {
      skipChunks();
    }
  }

  private void skipChunks() throws IOException {
    long size = -1;
    while (size != 0) {
      size = Long.parseLong(line().split(";", 2)[0].trim(), 16);
      stream.skipNBytes(size);
      line();
    }
  }

  /** Returns a line with its end; an empty text at the end of the stream. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = -1;
    while (read != '\n') {
      read = stream.read();
      if (read < 0 && line.size() == 0) {
        return "";
      }
      if (read < 0) {
        throw new EOFException();
      }
      line.write(read);
    }
    return line.toString(ISO_8859_1);
  }
}
