// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.model.RemoteText;
import io.github.camelark.settings.OptionRules;
import io.github.camelark.settings.WantedStatuses;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.camel.spi.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be known to be wrong with a consumer before it starts. Everything here throws an {@link
 * IllegalArgumentException} that names the option and what to do about it.
 */
final class ArkConsumerCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ArkConsumerCheck.class);

  private ArkConsumerCheck() {}

  static void check(ArkEndpoint endpoint) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    if (!"files".equals(endpoint.getResource())) {
      throw new IllegalArgumentException(
          "ark:%s cannot be consumed: only ark:files can".formatted(endpoint.getResource()));
    }
    String operation = endpoint.getOperation();
    refuse("operation", operation != null && !operation.equals("list"));
    refuse("after", endpoint.getAfter() != null);
    refuse("fileId", endpoint.getFileId() != null);
    refuse("responseId", endpoint.getResponseId() != null);
    refuse("paging", configuration.getPaging() != ArkPaging.page);
    refuse("ignoreMissing", configuration.isIgnoreMissing());
    if (endpoint.getDelay() < 1) {
      throw new IllegalArgumentException(
          "delay must be at least 1, for example 10s, but is " + endpoint.getDelay());
    }
    OptionRules.age("olderThan", configuration.getOlderThan());
    OptionRules.age("expiringWithin", configuration.getExpiringWithin());
    OptionRules.interval("cursorLag", configuration.getCursorLag());
    OptionRules.interval("fullScanInterval", configuration.getFullScanInterval());
    checkStatus(endpoint, configuration);
    checkFilter(configuration.getFilter());
    checkSimple(endpoint, "filterFile", configuration.getFilterFile(), Language::createPredicate);
    checkSimple(
        endpoint, "idempotentKey", configuration.getIdempotentKey(), Language::createExpression);
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

  private static void checkStatus(ArkEndpoint endpoint, ArkConfiguration configuration) {
    WantedStatuses wanted = WantedStatuses.of(configuration.getStatus(), endpoint.dialect());
    for (String status : wanted.unknown()) {
      String warning =
          "status '%s' is not known, and only files that have it come: %s"
              .formatted(RemoteText.excerpt(status, 100), WantedStatuses.known(endpoint.dialect()));
      if (endpoint.getComponent().isFirst(warning)) {
        LOG.warn(warning);
      }
    }
  }

  /** Camel names the place in the expression, but not the option that it is in. */
  private static void checkSimple(
      ArkEndpoint endpoint, String option, String text, BiConsumer<Language, String> create) {
    if (text == null) {
      return;
    }
    try {
      create.accept(endpoint.getCamelContext().resolveLanguage("simple"), text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is no Simple expression: %s".formatted(option, e.getMessage()));
    }
  }
}
