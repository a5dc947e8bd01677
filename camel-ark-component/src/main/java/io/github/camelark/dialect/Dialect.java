// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import io.github.camelark.api.ApiOperation;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything in which the providers differ: addresses, credentials, limits and the words of their
 * errors. Implementations only say which; they compute nothing per call and know neither HTTP nor
 * Camel. Immutable and thread-safe.
 */
public interface Dialect {

  /** The value of the option {@code provider}, for example {@code ark}. */
  String name();

  /** The address used if {@code baseUrl} is not set; null if it must be set. */
  @Nullable String defaultBaseUrl();

  /** What {@code baseUrl} looks like, for messages. */
  default String exampleBaseUrl() {
    return String.valueOf(defaultBaseUrl());
  }

  /**
   * What to use in place of a query in {@code baseUrl}, for messages; empty if there is nothing.
   */
  default String queryAdvice() {
    return "";
  }

  /** The path that API paths are appended to, made from the path of {@code baseUrl}. */
  default String basePath(String path) {
    return path;
  }

  /** The header that carries the API key. */
  default String keyHeader() {
    return "Authorization";
  }

  /** What comes before the API key in its header. */
  default String keyPrefix() {
    return "Bearer ";
  }

  /** The environment variable with the API key for the provider's own hosts. */
  String keyVariable();

  /** The provider's own hosts: a name, or a domain that begins with a dot. */
  List<String> ownHosts();

  /** The value of {@code api-version} on every call; null if it is not sent. */
  default @Nullable String apiVersion(String basePath, @Nullable String configured) {
    return null;
  }

  /** Why model responses may not be served there; null if they are. */
  default @Nullable String responsesWarning(String basePath, @Nullable String apiVersion) {
    return null;
  }

  /** The operations that the provider's API has. */
  default Set<ApiOperation> operations() {
    return Set.of(ApiOperation.values());
  }

  /** How the ids of what the provider keeps begin. */
  default List<String> idPrefixes() {
    return List.of("file-", "resp_");
  }

  /** The words for how far a file is. */
  Statuses fileStatuses();

  /**
   * The words for how far a response is; null if one that is in progress cannot be retrieved, so
   * that nothing can be waited for.
   */
  default @Nullable Statuses responseStatuses() {
    return new Statuses(
        List.of("queued", "in_progress"),
        List.of("completed", "incomplete"),
        List.of("failed", "cancelled"));
  }

  /** The purpose of an upload that names none; null if it must name one. */
  default @Nullable String defaultPurpose() {
    return "user_data";
  }

  /** How an upload says how long the file is to be kept; null if the API cannot be told. */
  default @Nullable Expiry expiry(String basePath, @Nullable String apiVersion) {
    return Expiry.AFTER_CREATION;
  }

  /** Error codes of a 404 that mean that the model or deployment is missing, not the address. */
  default Set<String> missingModelCodes() {
    return Set.of();
  }

  /** The field of a file that says when the service will delete it by itself. */
  default String expiryField() {
    return "expires_at";
  }

  /** The most files that one page of a list may hold; 0 if lists do not come in pages. */
  int maxLimit();

  /** The published limit per operation and key, in requests per second; 0 if there is none. */
  default double requestsPerSecond() {
    return 0;
  }

  /** The headers of a reply with the service's id of the request, the best first. */
  default List<String> requestIdHeaders() {
    // the second is that of Azure's gateway, which stands before other services too
    return List.of("x-request-id", "apim-request-id");
  }

  /** The options that decide about the address, for advice. */
  default String addressOptions() {
    return "baseUrl";
  }

  /** Error codes and types that mean that the storage for files is full. */
  default Set<String> storageQuotaCodes() {
    return Set.of();
  }

  /** Error codes and types that mean that a quota is used up which waiting does not refill. */
  default Set<String> quotaCodes() {
    return Set.of();
  }

  /** What the message of an error contains if a quota is used up, whatever its code. */
  default Set<String> quotaWords() {
    return Set.of();
  }

  /** Error codes of a failed response that another attempt may not meet. */
  default Set<String> passingFailureCodes() {
    return Set.of("server_error", "rate_limit_exceeded");
  }

  /** Error codes that mean that a file is in a state that will pass, though the status is 403. */
  default Set<String> passingStateCodes() {
    return Set.of();
  }

  /** Error codes and types of a 404 that mean a wrong address, not a missing file. */
  default Set<String> wrongAddressCodes() {
    return Set.of();
  }

  /** What the message of a 404 contains if it means a wrong address, not a missing file. */
  default Set<String> wrongAddressWords() {
    return Set.of();
  }

  /** The whole message of a 404 that means a wrong address if its code is only a number. */
  default Set<String> wrongAddressMessages() {
    return Set.of();
  }

  /** Whether lists come in pages, so that {@code after}, {@code limit} and {@code order} exist. */
  default boolean hasPages() {
    return maxLimit() > 0;
  }

  /** Whether the host is the provider's own, so that the environment's API key is meant for it. */
  default boolean isOwnHost(URI baseUrl) {
    return "https".equalsIgnoreCase(baseUrl.getScheme()) && isOwnName(baseUrl);
  }

  /** Whether the name of the host is the provider's own, however it is reached. */
  default boolean isOwnName(URI baseUrl) {
    String host = baseUrl.getHost();
    return ownHosts().stream()
        .anyMatch(own -> own.startsWith(".") ? endsWith(host, own) : own.equalsIgnoreCase(host));
  }

  private static boolean endsWith(String host, String domain) {
    int start = host.length() - domain.length();
    return start > 0 && host.regionMatches(true, start, domain, 0, domain.length());
  }
}
