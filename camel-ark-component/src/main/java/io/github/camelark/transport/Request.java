// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.Content;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API; its attempts share it.
 *
 * @param operation what is asked for
 * @param resourceId of which file or response, for error messages; null for a list
 * @param origin scheme, host and port of the service
 * @param target path and query, percent-encoded
 * @param apiKey the key to send, null where OAuth 2.0 takes its place
 * @param requestId sent as {@code X-Client-Request-Id} with every attempt
 * @param deadline the {@link Time#nanos()} by which the reply must be complete
 * @param judge knows what replies to this request mean
 * @param content what it carries; null for nothing
 * @param streamed whether the body of a success is not read, but left to the caller as a stream
 */
public record Request(
    ApiOperation operation,
    @Nullable String resourceId,
    String origin,
    String target,
    @Nullable ApiKey apiKey,
    String requestId,
    long deadline,
    ReplyJudge judge,
    @Nullable Content content,
    boolean streamed) {

  /** Without a content, and with a reply that is read to its end. */
  public Request(
      ApiOperation operation,
      @Nullable String resourceId,
      String origin,
      String target,
      @Nullable ApiKey apiKey,
      String requestId,
      long deadline,
      ReplyJudge judge) {
    this(operation, resourceId, origin, target, apiKey, requestId, deadline, judge, null, false);
  }

  Request withKey(@Nullable ApiKey key) {
    return new Request(
        operation, resourceId, origin, target, key, requestId, deadline, judge, content, streamed);
  }

  /** Whether the address contains the key, which logs and proxies would keep. */
  boolean showsKey() {
    return apiKey != null && apiKey.isIn(target);
  }

  /** The same, with nothing in its address but the origin. */
  Request withoutTarget() {
    return new Request(operation, null, origin, "/", apiKey, requestId, deadline, judge);
  }

  /** What to do where it is not known whether it was executed; null if it may be repeated. */
  public @Nullable String adviceAfterLoss() {
    return operation.adviceAfterLoss(resourceId);
  }

  /** Whether it can be sent once more. */
  boolean isReadableAgain() {
    return content == null || content.isRepeatable();
  }

  /** The address that is called, without its query, which may hold secrets. */
  public String url() {
    int query = target.indexOf('?');
    return origin + (query < 0 ? target : target.substring(0, query));
  }
}
