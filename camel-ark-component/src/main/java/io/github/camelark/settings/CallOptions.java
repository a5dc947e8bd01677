// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.api.ApiResource;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Expiry;
import io.github.camelark.transport.Limits;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of an endpoint do unless a message says otherwise.
 *
 * @param resource what is acted upon
 * @param operation what is done; null if messages say it
 * @param fileId the file to act on; null if messages name it
 * @param responseId the model response to act on; null if messages name it
 * @param after list what comes after this file; null to begin at the start
 * @param purpose list only files of this purpose; null for all
 * @param order {@code asc} or {@code desc}; null for the API's own
 * @param limit how many files a page holds; null for the API's own
 * @param paging what a list becomes
 * @param maxResults the most files that a list gives; 0 for all
 * @param ignoreMissing whether deleting something that is not there is a success
 * @param awaitTimeout how long to wait until what is retrieved can be used; null not to wait
 * @param expireAfter how long the service keeps what is uploaded; null for the service's default
 * @param expiry how an upload says that; null if the API cannot be told
 * @param formFields what else the form of an upload has
 */
public record CallOptions(
    Dialect dialect,
    String resource,
    @Nullable String operation,
    @Nullable String fileId,
    @Nullable String responseId,
    @Nullable String after,
    @Nullable String purpose,
    @Nullable String order,
    @Nullable Integer limit,
    Paging paging,
    long maxResults,
    boolean ignoreMissing,
    @Nullable Duration awaitTimeout,
    @Nullable Duration expireAfter,
    @Nullable Expiry expiry,
    Map<String, String> formFields) {

  /** What a list becomes. */
  public enum Paging {
    /** One page. */
    PAGE,
    /** All files at once. */
    ALL,
    /** All files, asked for while they are read. */
    STREAM
  }

  /**
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public CallOptions {
    OptionRules rules = new OptionRules(dialect);
    rules.checkOperation(resource, operation);
    OptionRules.checkId("fileId", fileId, ApiResource.FILES.maxIdCharacters());
    OptionRules.checkId("responseId", responseId, ApiResource.RESPONSES.maxIdCharacters());
    OptionRules.checkText("purpose", purpose);
    rules.checkOrder("order", order);
    rules.checkLimit("limit", limit);
    rules.checkAfter("after", after);
    Limits.atLeast("maxResults", maxResults, 0);
    if (awaitTimeout != null) {
      Limits.timeout("awaitTimeout", awaitTimeout);
      rules.checkAwait(resource, operation);
    }
    rules.checkUpload("expireAfter", expireAfter != null, resource, operation);
    OptionRules.checkExpiry(expireAfter, expiry, dialect.name());
    rules.checkUpload("form.*", !formFields.isEmpty(), resource, operation);
    formFields = Collections.unmodifiableMap(new LinkedHashMap<>(formFields));
    formFields.forEach(OptionRules::checkFormField);
  }
}
