// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * A form with one file, the file last: servers were seen to misread fields after it. The HTTP
 * client's own forms encode names that are not ASCII, each version in another way, and services
 * read none of them; this writes them in UTF-8 as browsers do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data">HTML,
 *     multipart form data</a>
 */
final class UploadForm implements Content {

  /** The author of a file must not guess the boundary, which could end the file. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Content file;
  private final String type;
  private final byte[] head;
  private final byte[] tail;

  /**
   * @param fields what the form has beside the file, in this order
   * @param file its content
   */
  UploadForm(Map<String, String> fields, String filename, Content file) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String boundary = "camel-ark-" + HexFormat.of().formatHex(random);
    StringBuilder text = new StringBuilder(512);
    fields.forEach(
        (name, value) ->
            begin(text, boundary, name).append("\r\n\r\n").append(value).append("\r\n"));
    begin(text, boundary, "file")
        .append("; filename=\"")
        .append(escape(filename))
        .append("\"\r\nContent-Type: ")
        .append(file.type())
        .append("\r\n\r\n");
    this.file = file;
    this.type = "multipart/form-data; boundary=" + boundary;
    this.head = bytes(text.toString());
    this.tail = bytes("\r\n--" + boundary + "--\r\n");
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public long length() {
    return file.length() < 0 ? -1 : head.length + file.length() + tail.length;
  }

  @Override
  public boolean isRepeatable() {
    return file.isRepeatable();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(head);
    file.writeTo(out);
    out.write(tail);
  }

  private static StringBuilder begin(StringBuilder form, String boundary, String name) {
    return form.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(escape(name))
        .append('"');
  }

  private static String escape(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
