// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.dialect.Expiry;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code ark:files?operation=upload}: the body is stored, and becomes what the service says of it.
 */
final class UploadFile implements Operation {

  private static final Logger LOG = LoggerFactory.getLogger(UploadFile.class);
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final ArkClient client;
  private final MessageOptions options;
  private final CallOptions defaults;
  private final Time time;
  private final Predicate<String> isFirst;

  /**
   * @param isFirst whether a warning is new
   */
  UploadFile(
      ArkClient client,
      MessageOptions options,
      CallOptions defaults,
      Time time,
      Predicate<String> isFirst) {
    this.client = client;
    this.options = options;
    this.defaults = defaults;
    this.time = time;
    this.isFirst = isFirst;
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    UploadContent content = options.content(ApiOperation.UPLOAD_FILE, exchange);
    String filename = options.filename(ApiOperation.UPLOAD_FILE, message, content.name());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("purpose", options.purpose(ApiOperation.UPLOAD_FILE, message));
    Duration expireAfter = defaults.expireAfter();
    Expiry expiry = defaults.expiry();
    if (expireAfter != null && expiry != null) {
      fields.putAll(expiry.fields(expireAfter, time.clock().instant()));
    }
    fields.putAll(defaults.formFields());
    ApiResult<ArkFile> result = client.upload(filename, fields, content);
    ArkFile file = result.value();
    warnIfKeptOtherwise(file, expireAfter);
    message.setBody(file);
    FileHeaders.set(message, file);
    FileHeaders.setRequestId(message, result.requestId());
  }

  /** Services were seen to ignore it without a word. */
  private void warnIfKeptOtherwise(ArkFile file, @Nullable Duration expireAfter) {
    if (expireAfter == null) {
      return;
    }
    Instant created = file.createdAt() == null ? time.clock().instant() : file.createdAt();
    Instant expireAt = file.expireAt();
    Duration kept = expireAt == null ? null : Duration.between(created, expireAt);
    if (kept == null || kept.minus(expireAfter).abs().compareTo(TOLERANCE) > 0) {
      String warning =
          "ark:files upload asked for %s, but the service keeps files %s"
              .formatted(inWords(expireAfter), kept == null ? "forever" : "for " + inWords(kept));
      if (isFirst.test(warning)) {
        LOG.warn(warning);
      }
    }
  }

  private static String inWords(Duration duration) {
    return duration.toDays() > 0 ? duration.toDays() + "d" : duration.toHours() + "h";
  }
}
