// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.ErrorInOk;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.UnknownRoute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither a wrong address nor an error in a 200 is an answer, whatever its wording. */
class GatewayWordsTest extends ArkTestSupport {

  private static final List<String> OPERATIONS =
      List.of(
          "files?operation=list",
          "files?operation=list&paging=all",
          "files?operation=retrieve&fileId=file-0001",
          "files?operation=delete&fileId=file-0001&ignoreMissing=true",
          "responses?operation=delete&responseId=resp_0001&ignoreMissing=true");

  @ParameterizedTest
  @MethodSource("wordsOfAWrongAddress")
  void wrongAddressIsNotAMissingFile(
      UnknownRoute words, SimulatedProvider provider, String operation) {
    simulator().addFile(provider);
    simulator().addResponse(provider);
    simulator().unknownRoutes(words);
    String right = simulator().baseUrl(provider);

    Exchange exchange =
        send(uri(provider, operation).replace(right, right + "/nowhere") + preview(provider), null);

    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("baseUrl");
  }

  @ParameterizedTest
  @MethodSource("errorsInA200")
  void errorInA200IsNotAnAnswer(ErrorInOk shape, SimulatedProvider provider, String operation) {
    simulator().addFile(provider);
    simulator().failNext(1, SimulatedFault.errorInOk(shape));

    Exchange exchange = send(uri(provider, operation) + preview(provider), null);

    assertThat(exchange.getException()).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(simulator().hasFile(provider, "file-0001")).isTrue();
  }

  static Stream<Arguments> wordsOfAWrongAddress() {
    return withProvidersAndOperations(UnknownRoute.values());
  }

  static Stream<Arguments> errorsInA200() {
    return withProvidersAndOperations(ErrorInOk.values());
  }

  private static Stream<Arguments> withProvidersAndOperations(Object... words) {
    return Arrays.stream(words)
        .flatMap(
            word ->
                Arrays.stream(SimulatedProvider.values())
                    .flatMap(
                        provider ->
                            OPERATIONS.stream()
                                .map(operation -> Arguments.of(word, provider, operation))));
  }

  /** The version of Azure's API that has responses. */
  private static String preview(SimulatedProvider provider) {
    return provider == SimulatedProvider.AZURE ? "&apiVersion=2025-04-01-preview" : "";
  }
}
