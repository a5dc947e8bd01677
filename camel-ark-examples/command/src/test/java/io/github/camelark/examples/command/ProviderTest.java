// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConfiguration;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.spi.UriParam;
import org.junit.jupiter.api.Test;

class ProviderTest {

  @Test
  void namesAreThoseThatTheComponentHas() throws NoSuchFieldException {
    Field option = ArkConfiguration.class.getDeclaredField("provider");

    assertThat(
            Arrays.stream(Provider.values())
                .map(Provider::toString)
                .collect(Collectors.joining(",")))
        .isEqualTo(option.getAnnotation(UriParam.class).enums());
  }
}
