// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import io.github.camelark.api.ApiOperation;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Volcengine Ark, and BytePlus ModelArk, which speaks the same.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1885708">Files API</a>
 * @see <a href="https://www.volcengine.com/docs/82379/1299023">Error codes</a>
 */
final class ArkDialect implements Dialect {

  @Override
  public String name() {
    return "ark";
  }

  @Override
  public String defaultBaseUrl() {
    return "https://ark.cn-beijing.volces.com/api/v3";
  }

  @Override
  public String keyVariable() {
    return "ARK_API_KEY";
  }

  @Override
  public List<String> ownHosts() {
    return List.of(".volces.com", ".bytepluses.com");
  }

  @Override
  public Statuses fileStatuses() {
    return new Statuses(List.of("processing"), List.of("active"), List.of("failed"));
  }

  /** The API promises no download: its files have at most a pre-signed address. */
  @Override
  public Set<ApiOperation> operations() {
    Set<ApiOperation> operations = EnumSet.allOf(ApiOperation.class);
    operations.remove(ApiOperation.FILE_CONTENT);
    return Collections.unmodifiableSet(operations);
  }

  @Override
  public Expiry expiry(String basePath, @Nullable String apiVersion) {
    return new Expiry("expire_at", true, null, Duration.ofDays(1), Duration.ofDays(30));
  }

  @Override
  public Set<String> missingModelCodes() {
    return Set.of("InvalidEndpointOrModel");
  }

  /** A response that is being generated is answered with an error, not with its status. */
  @Override
  public @Nullable Statuses responseStatuses() {
    return null;
  }

  @Override
  public String expiryField() {
    return "expire_at";
  }

  @Override
  public int maxLimit() {
    return 100;
  }

  @Override
  public double requestsPerSecond() {
    return 20;
  }

  @Override
  public Set<String> storageQuotaCodes() {
    return Set.of("OperationDenied.FileQuotaExceeded");
  }

  @Override
  public Set<String> quotaCodes() {
    return Set.of("QuotaExceeded", "SetLimitExceeded", "SessionQuotaExceeded");
  }

  @Override
  public Set<String> passingStateCodes() {
    return Set.of("OperationDenied.InvalidState");
  }

  @Override
  public Set<String> wrongAddressCodes() {
    return Set.of("PathNotFound", "InvalidAction", "InvalidEndpointOrModel");
  }
}
