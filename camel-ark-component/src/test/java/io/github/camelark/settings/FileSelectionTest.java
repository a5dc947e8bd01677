// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.FileSelection.FilterBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A filter of the consumer, also one that does not exist yet, is a part of the cursor's key. */
class FileSelectionTest {

  static final RecordComponent[] COMPONENTS = FileSelection.class.getRecordComponents();

  private static final Dialect ARK = Dialects.named("ark");
  private static final Predicate<ArkFile> FILTER = file -> true;

  /** A value of each type that a component may have, and what it is if its option is not set. */
  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class,
          "text",
          Set.class,
          Set.of("active"),
          Duration.class,
          Duration.ofDays(7),
          FilterBean.class,
          new FilterBean(FILTER));

  private static final Map<Class<?>, Object> UNSET =
      Map.of(Set.class, Set.of(), FilterBean.class, new FilterBean(null));

  @ParameterizedTest(name = "{0}")
  @FieldSource("COMPONENTS")
  void anotherValueOfAComponentIsAnotherKey(RecordComponent component) throws Exception {
    assertThat(keyWith(component)).isNotEqualTo(keyWith(null)).isEqualTo(keyWith(component));
  }

  @Test
  void noTwoComponentsHaveTheSameKey() throws Exception {
    Set<String> keys = new HashSet<>();

    for (RecordComponent component : COMPONENTS) {
      keys.add(keyWith(component));
    }

    assertThat(keys).hasSameSizeAs(COMPONENTS);
  }

  /** The key if this component alone is set. */
  private static String keyWith(RecordComponent set) throws Exception {
    Object[] values =
        Arrays.stream(COMPONENTS)
            .map(it -> (it.equals(set) ? VALUES : UNSET).get(it.getType()))
            .toArray();
    if (set != null) {
      assertThat(VALUES).as("a value for " + set.getName()).containsKey(set.getType());
    }
    Constructor<FileSelection> constructor =
        FileSelection.class.getDeclaredConstructor(
            Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new));
    return constructor.newInstance(values).cursorKey(ARK, ServiceAddress.of(null, ARK));
  }
}
