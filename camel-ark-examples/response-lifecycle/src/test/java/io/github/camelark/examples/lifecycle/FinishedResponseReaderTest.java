// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.examples.deletion.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedResponseReaderTest {

  private final FinishedResponseReader reader = new FinishedResponseReader();

  @Test
  void readsAnEvent() {
    FinishedResponse event =
        read(
            "{'type':'response.finished','requestId':'r-1','responseId':'resp_1',"
                + "'fileIds':['file-1','file-2'],'requestedBy':'me'}");

    assertThat(event)
        .isEqualTo(new FinishedResponse("r-1", "resp_1", List.of("file-1", "file-2"), "me"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "not JSON",
        "{'type':'file.delete','requestId':'r','responseId':'p','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','responseId':'p','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'../r','responseId':'p','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r/x','responseId':'p','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':' ','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':'f','requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':[1],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':[null],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':['a\\n'],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':[],'requestedBy':'m','x':1}",
        "{'type':'response.finished','requestId':'r','requestId':'r','responseId':'p','fileIds':[],'requestedBy':'m'}",
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':[],'requestedBy':'m'} {}"
      })
  void refusesWhatIsNone(String event) {
    assertThatThrownBy(() -> read(event)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void refusesMoreThanAThousandFiles() {
    String event =
        "{'type':'response.finished','requestId':'r','responseId':'p','fileIds':["
            + "'f',".repeat(1_000)
            + "'f'],'requestedBy':'m'}";

    assertThatThrownBy(() -> read(event))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("1000");
  }

  private FinishedResponse read(String event) {
    return reader.read(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
