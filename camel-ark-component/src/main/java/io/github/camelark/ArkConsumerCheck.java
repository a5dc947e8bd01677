// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialects;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What can be known to be wrong with a consumer before it starts. Everything here throws an {@link
 * IllegalArgumentException} that names the option and what to do about it.
 */
final class ArkConsumerCheck {

  private ArkConsumerCheck() {}

  static void check(ArkEndpoint endpoint) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    if (!"files".equals(endpoint.getResource())) {
      throw new IllegalArgumentException(
          "ark:%s cannot be consumed: only ark:files can".formatted(endpoint.getResource()));
    }
    String operation = configuration.getOperation();
    refuse("operation", operation != null && !operation.equals("list"));
    refuse("after", configuration.getAfter() != null);
    refuse("fileId", configuration.getFileId() != null);
    refuse("responseId", configuration.getResponseId() != null);
    refuse("paging", configuration.getPaging() != ArkPaging.page);
    refuse("ignoreMissing", configuration.isIgnoreMissing());
    if (endpoint.getDelay() < 1) {
      throw new IllegalArgumentException(
          "delay must be at least 1, for example 10s, but is " + endpoint.getDelay());
    }
    positive("olderThan", configuration.getOlderThan());
    positive("expiringWithin", configuration.getExpiringWithin());
    ArkOptionCheck.notNegative("cursorLag", configuration.getCursorLag());
    ArkOptionCheck.notNegative("fullScanInterval", configuration.getFullScanInterval());
    checkFilter(configuration.getFilter());
    if (configuration.getCursorRepository() != null) {
      checkCursor(endpoint, configuration);
    }
  }

  private static void checkCursor(ArkEndpoint endpoint, ArkConfiguration configuration) {
    if (!Dialects.named(configuration.getProvider()).hasPages()) {
      throw new IllegalArgumentException(
          "cursorRepository is not possible on provider %s, whose lists come whole: remove it"
              .formatted(configuration.getProvider()));
    }
    refuseWithCursor("order=desc", "desc".equals(configuration.getOrder()));
    refuseWithCursor("expiringWithin", configuration.getExpiringWithin() != null);
    refuseWithCursor("deleteAfterRead", configuration.isDeleteAfterRead());
  }

  private static void refuse(String option, boolean given) {
    if (given) {
      throw new IllegalArgumentException(
          option + " is an option of producers, and means nothing to a consumer: remove it");
    }
  }

  private static void refuseWithCursor(String option, boolean given) {
    if (given) {
      throw new IllegalArgumentException(
          option + " cannot be used with cursorRepository: remove one of them");
    }
  }

  private static void checkFilter(Object filter) {
    if (filter != null
        && !(filter instanceof Predicate)
        && !(filter instanceof org.apache.camel.Predicate)) {
      throw new IllegalArgumentException(
          "filter must be a java.util.function.Predicate of ArkFile or a Camel Predicate, for"
              + " example #myFilter, but is of type "
              + filter.getClass().getName());
    }
  }

  private static void positive(String option, Duration value) {
    if (value != null && (value.isNegative() || value.isZero())) {
      throw new IllegalArgumentException(
          "%s must be more than zero, for example 7d, but is %s".formatted(option, value));
    }
  }
}
