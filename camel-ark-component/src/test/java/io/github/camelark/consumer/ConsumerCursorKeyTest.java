// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.FileSelection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConsumerCursorKeyTest {

  private static final ArkComponent COMPONENT = new ArkComponent(new DefaultCamelContext());

  private static String keyOf(Consumer<ArkConfiguration> change) {
    ArkConfiguration configuration = new ArkConfiguration();
    configuration.setApiKey("a-secret-key");
    change.accept(configuration);
    ArkEndpoint endpoint = new ArkEndpoint("ark:files", COMPONENT, "files", configuration);
    endpoint.init();
    return ArkInternals.cursorKey(endpoint);
  }

  static Stream<Arguments> otherLists() {
    Predicate<ArkFile> all = file -> true;
    return Stream.of(
        row("provider", it -> it.setProvider("openai")),
        row("baseUrl", it -> it.setBaseUrl("https://gateway.example/api/v3")),
        row("purpose", it -> it.setPurpose("agent")),
        row("status", it -> it.setStatus("active")),
        row("olderThan", it -> it.setOlderThan(Duration.ofDays(7))),
        row("expiringWithin", it -> it.setExpiringWithin(Duration.ofDays(1))),
        row("filterFile", it -> it.setFilterFile("${body.bytes} > 1")),
        row("idempotentKey", it -> it.setIdempotentKey("${body.filename}")),
        row("filter", it -> it.setFilter(all)));
  }

  @Test
  void everythingThatAConsumerFiltersByIsInTheRowsAbove() {
    List<String> rows = otherLists().map(row -> (String) row.get()[0]).toList();

    assertThat(Arrays.stream(FileSelection.class.getRecordComponents()).map(it -> it.getName()))
        .allMatch(
            component -> rows.contains(component.equals("statuses") ? "status" : component),
            "has a row");
  }

  private static Arguments row(String name, Consumer<ArkConfiguration> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherLists")
  void anotherListOrFilterHasAnotherKey(String name, Consumer<ArkConfiguration> change) {
    assertThat(keyOf(change)).isNotEqualTo(keyOf(it -> {})).isEqualTo(keyOf(change));
  }

  @Test
  void doesNotContainTheApiKey() {
    assertThat(keyOf(it -> it.setApiKey("fake-key-2")))
        .isEqualTo(keyOf(it -> {}))
        .doesNotContain("key");
  }

  @Test
  void orderOfStatusesDoesNotMatter() {
    assertThat(keyOf(it -> it.setStatus("active,failed")))
        .isEqualTo(keyOf(it -> it.setStatus("failed, active")));
  }

  @Test
  void lambdaHasTheSameKeyInAnotherJvm() {
    Predicate<ArkFile> one = file -> true;
    Predicate<ArkFile> other = file -> true;

    assertThat(keyOf(it -> it.setFilter(one))).isEqualTo(keyOf(it -> it.setFilter(other)));
  }

  @Test
  void givenKeyIsUsedUnchanged() {
    assertThat(keyOf(it -> it.setCursorKey("mine"))).isEqualTo("mine");
  }

  @Test
  void equalsSignIsEncoded() {
    assertThat(keyOf(it -> it.setPurpose("a=b\nc"))).doesNotContain("=", "\n");
  }

  @Test
  void unknownProviderHasNone() {
    assertThatThrownBy(() -> keyOf(it -> it.setProvider("nobody")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
