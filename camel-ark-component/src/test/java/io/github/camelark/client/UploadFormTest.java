// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.api.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadFormTest {

  private static final Content FILE = Content.of("application/octet-stream", "abc".getBytes(UTF_8));

  @Test
  void isWrittenByteForByte() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("purpose", "user_data");
    fields.put("expires_after[anchor]", "created_at");
    UploadForm form = new UploadForm(fields, "報告 é😀.pdf", FILE);
    String boundary = form.type().substring("multipart/form-data; boundary=".length());

    assertThat(written(form))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="purpose"

            user_data
            --B
            Content-Disposition: form-data; name="expires_after[anchor]"

            created_at
            --B
            Content-Disposition: form-data; name="file"; filename="報告 é😀.pdf"
            Content-Type: application/octet-stream

            abc
            --B--
            """
                .replace("\n", "\r\n")
                .replace("B", boundary));
  }

  @Test
  void lengthIsThatOfWhatIsWritten() throws IOException {
    UploadForm form = new UploadForm(Map.of("purpose", "batch"), "é.jsonl", FILE);

    assertThat(form.length()).isEqualTo(written(form).getBytes(UTF_8).length);
  }

  @Test
  void namesCannotEndTheirLine() throws IOException {
    UploadForm form = new UploadForm(Map.of("a\"\r\nb", "x"), "c\"\r\nd", FILE);

    assertThat(written(form)).contains("name=\"a%22%0D%0Ab\"").contains("filename=\"c%22%0D%0Ad\"");
  }

  @Test
  void boundaryIsAnotherEachTime() {
    assertThat(new UploadForm(Map.of(), "a", FILE).type())
        .isNotEqualTo(new UploadForm(Map.of(), "a", FILE).type());
  }

  private static String written(UploadForm form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    form.writeTo(out);
    return out.toString(UTF_8);
  }
}
