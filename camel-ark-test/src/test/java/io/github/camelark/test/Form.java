// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;

/** A multipart form as a client sends it, byte for byte. */
final class Form {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private String end = "--limit--\r\n";

  static Form of(String purpose) {
    return new Form().field("purpose", purpose);
  }

  Form field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"\r\n", value.getBytes(UTF_8));
  }

  Form file(String filename, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(filename)
            + "Content-Type: application/octet-stream\r\n",
        content);
  }

  Form part(String headers, byte[] content) {
    bytes.writeBytes(("--limit\r\n" + headers + "\r\n").getBytes(UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  Form withoutEnd() {
    end = "";
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes(end.getBytes(UTF_8));
    return whole.toByteArray();
  }

  ApiClient.Reply upload(ArkSimulator simulator, SimulatedProvider provider, String path) {
    return new ApiClient(simulator, provider)
        .post(path, "multipart/form-data; boundary=limit", BodyPublishers.ofByteArray(bytes()));
  }
}
