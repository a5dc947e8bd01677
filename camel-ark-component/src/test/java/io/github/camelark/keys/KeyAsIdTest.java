// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key never becomes part of an address, which logs and proxies keep. */
class KeyAsIdTest extends RouteTestSupport {

  @ParameterizedTest
  @ValueSource(strings = {"retrieve", "delete"})
  void isNotSentAsTheIdOfAFile(String operation) {
    refuses("files?operation=" + operation, Map.of("CamelArkFileId", simulator().apiKey(ARK)));

    assertThat(simulator().journal()).isEmpty();
  }

  @Test
  void isNotSentAsTheIdOfAResponse() {
    refuses("responses?operation=delete", Map.of("CamelArkResponseId", simulator().apiKey(ARK)));

    assertThat(simulator().journal()).isEmpty();
  }

  @Test
  void isNotSentAsACursorThatAPageNames() {
    simulator().addFile(ARK, SimulatedFile.named("a").withId("file-1"));
    simulator().addFile(ARK, SimulatedFile.named("b").withId(simulator().apiKey(ARK)));

    Throwable failure = send(ark("files?operation=list&paging=all&limit=1"), null).getException();

    assertThat(failure).isInstanceOf(ArkException.class);
    assertThat(PrintedException.of(failure)).doesNotContain(simulator().apiKey(ARK));
    assertThat(simulator().journal())
        .isNotEmpty()
        .noneMatch(request -> request.query().contains(simulator().apiKey(ARK)));
  }

  private void refuses(String uri, Map<String, Object> headers) {
    Throwable failure = send(ark(uri), null, headers).getException();

    assertThat(failure)
        .isInstanceOf(ArkRequestException.class)
        .hasMessageContaining("nothing was sent");
    assertThat(PrintedException.of(failure)).doesNotContain(simulator().apiKey(ARK));
    assertThat(((ArkRequestException) failure).mayHaveBeenExecuted()).isFalse();
    assertThat(((ArkRequestException) failure).isTransient()).isFalse();
  }
}
