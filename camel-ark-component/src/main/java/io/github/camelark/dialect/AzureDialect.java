// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure OpenAI, both its dated API versions under {@code /openai} and {@code /openai/v1}.
 *
 * @see <a href="https://learn.microsoft.com/azure/ai-services/openai/reference">REST reference</a>
 */
final class AzureDialect implements Dialect {

  private static final String FIRST_VERSION = "2024-10-21";
  private static final String FIRST_VERSION_WITH_EXPIRY = "2025-03-01";

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public @Nullable String defaultBaseUrl() {
    return null;
  }

  @Override
  public String exampleBaseUrl() {
    return "https://name.openai.azure.com";
  }

  @Override
  public String queryAdvice() {
    return ": use apiVersion for api-version";
  }

  @Override
  public String basePath(String path) {
    return path.endsWith("/openai") || isVersion1(path) ? path : path + "/openai";
  }

  @Override
  public String keyHeader() {
    return "api-key";
  }

  @Override
  public String keyPrefix() {
    return "";
  }

  @Override
  public String keyVariable() {
    return "AZURE_OPENAI_API_KEY";
  }

  @Override
  public List<String> ownHosts() {
    return List.of(
        ".openai.azure.com",
        ".openai.azure.us",
        ".openai.azure.cn",
        ".cognitiveservices.azure.com",
        ".api.cognitive.microsoft.com",
        ".services.ai.azure.com");
  }

  @Override
  public @Nullable String apiVersion(String basePath, @Nullable String configured) {
    return configured != null || isVersion1(basePath) ? configured : FIRST_VERSION;
  }

  @Override
  public @Nullable String responsesWarning(String basePath, @Nullable String apiVersion) {
    return isVersion1(basePath) || (apiVersion != null && apiVersion.contains("preview"))
        ? null
        : "api-version "
            + apiVersion
            + " has no Responses API: set apiVersion to a preview version, or let baseUrl end in"
            + " /openai/v1";
  }

  /** Files of assistants have a name of their own. */
  @Override
  public List<String> idPrefixes() {
    return List.of("file-", "assistant-", "resp_");
  }

  @Override
  public Statuses fileStatuses() {
    return OpenAiDialect.STATUSES;
  }

  /** Lists come whole: the API has neither {@code after} nor {@code limit} nor {@code order}. */
  @Override
  public int maxLimit() {
    return 0;
  }

  @Override
  public @Nullable String defaultPurpose() {
    return null;
  }

  /** The dated versions learned it in the preview of March 2025; before that it was ignored. */
  @Override
  public @Nullable Expiry expiry(String basePath, @Nullable String apiVersion) {
    return isVersion1(basePath)
            || (apiVersion != null && apiVersion.compareTo(FIRST_VERSION_WITH_EXPIRY) >= 0)
        ? Expiry.AFTER_CREATION
        : null;
  }

  @Override
  public Set<String> missingModelCodes() {
    return Set.of("DeploymentNotFound");
  }

  @Override
  public Set<String> storageQuotaCodes() {
    return Set.of("quotaExceeded");
  }

  @Override
  public Set<String> wrongAddressCodes() {
    return Set.of("DeploymentNotFound", "ApiVersionNotSupported", "NoRegisteredProviderFound");
  }

  @Override
  public Set<String> wrongAddressMessages() {
    return Set.of("Resource not found");
  }

  @Override
  public String addressOptions() {
    return "baseUrl and apiVersion";
  }

  private static boolean isVersion1(String path) {
    return path.endsWith("/openai/v1");
  }
}
