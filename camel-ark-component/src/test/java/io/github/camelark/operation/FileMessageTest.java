// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkFile;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileMessageTest {

  private Message message;

  @BeforeEach
  void makeMessage() throws Exception {
    byte[] json = "{\"id\":\"file-1\",\"filename\":\"a.pdf\"}".getBytes(StandardCharsets.UTF_8);
    message = new FileMessage(new DefaultCamelContext(), ArkFile.fromJson(json), "request-1");
  }

  @Test
  void hasItsHeadersWhenRead() {
    assertThat(message.getHeaders())
        .containsEntry(ArkConstants.FILE_ID, "file-1")
        .containsEntry(ArkConstants.FILE_NAME, "a.pdf")
        .containsEntry(ArkConstants.REQUEST_ID, "request-1")
        .doesNotContainKey(ArkConstants.FILE_STATUS);
  }

  @Test
  void passesUnreadHeadersToACopy() {
    Message copy = message.copy();

    assertThat(copy.getHeader(ArkConstants.FILE_ID)).isEqualTo("file-1");
  }

  @Test
  void keepsAHeaderThatARouteSetsBeforeTheOthersAreWritten() {
    message.setHeader(ArkConstants.FILE_ID, "file-2");

    assertThat(message.getHeader(ArkConstants.FILE_ID)).isEqualTo("file-2");
    assertThat(message.getHeader(ArkConstants.FILE_NAME)).isEqualTo("a.pdf");
  }

  @Test
  void doesNotBringBackHeadersThatARouteRemoved() {
    message.removeHeaders("*");

    assertThat(message.getHeaders()).isEmpty();
  }
}
