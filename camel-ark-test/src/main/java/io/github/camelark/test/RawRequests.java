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
  @Nullable ApiRequest next() throws IOException {
    String first = line();
    if (first.isEmpty()) {
      return null;
    }
    String[] words = first.split(" ", 3);
    String target = words.length < 2 ? "" : words[1];
    Map<String, List<String>> headers = headers();
    int question = target.indexOf('?');
    ApiRequest request =
        new ApiRequest(
            words[0],
            question < 0 ? target : target.substring(0, question),
            question < 0 ? null : target.substring(question + 1),
            headers,
            RequestBody.NONE);
    skipBody(request);
    return request;
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
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

  /** Returns a line without its end; an empty one at the end of the stream. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = stream.read(); read != '\n'; read = stream.read()) {
      if (read < 0 && line.size() == 0) {
        return "";
      }
      if (read < 0) {
        throw new EOFException();
      }
      line.write(read);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
