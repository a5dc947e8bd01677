// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of the JVM in the HTTP client, which then closes its connections, costs one call. */
class ClientErrorTest extends RouteTestSupport {

  @ParameterizedTest(name = "{0} errors")
  @ValueSource(ints = {1, 3})
  void laterCallsHaveANewClient(int errors) {
    String id = simulator().addFile(SimulatedProvider.ARK).id();
    AtomicInteger requests = new AtomicInteger();
    HttpClientConfigurer configurer =
        client ->
            client.addRequestInterceptorFirst(
                (request, entity, http) -> {
                  int number = requests.incrementAndGet();
                  if (number > 1 && number <= 1 + errors) {
                    throw new NoClassDefFoundError("by the test");
                  }
                });
    context.getRegistry().bind("mine", configurer);
    String uri = ark("files?operation=retrieve&http.httpClientConfigurer=#mine");
    assertThat(call(uri, id, Map.of()).getBody(ArkFile.class).id()).isEqualTo(id);

    for (int i = 0; i < errors; i++) {
      assertThat(catchThrowable(() -> failureOf(uri, id))).hasMessageContaining("by the test");
    }

    assertThat(call(uri, id, Map.of()).getBody(ArkFile.class).id()).isEqualTo(id);
    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  private void failureOf(String uri, Object body) throws Throwable {
    Throwable failure = send(uri, body).getException();
    while (failure != null && failure.getCause() != null) {
      failure = failure.getCause();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
