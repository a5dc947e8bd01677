// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import io.github.camelark.ArkPaging;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Options of the Ark component. Generated from its description by 'make generate': do not edit.
 *
 * @param enabled Whether the component is configured by these properties. On by default.
 * @param customizer Whether these properties reach the component.
 * @param configuration The options that endpoints inherit. A reference to a bean of type io.github.camelark.ArkConfiguration, such as #bean:name.
 * @param apiVersion The api-version that is sent with every call on azure, for example 2025-03-01-preview. If it is empty it is 2024-10-21, or not sent at all where baseUrl ends in /openai/v1. Not used on ark and openai.
 * @param baseUrl The address of the API: http or https with host and path, for example https://ark.cn-beijing.volces.com/api/v3 (the default on ark) or https://name.openai.azure.com (azure, where it is required and /openai is appended unless the path ends in /openai or /openai/v1). A path prefix of a gateway is kept. User info, query and fragment are refused. An endpoint with another host than the component does not inherit its apiKey.
 * @param limit How many files one page of a list may hold on the wire, never a total (see maxResults): 1 to 100 on ark, 1 to 10000 on openai. If it is empty the API's own default applies. Refused on azure, which returns whole lists.
 * @param order List by time of creation, asc or desc. If it is empty the API's own default applies, desc on ark and openai. Refused on azure, which has no order.
 * @param provider Whose API is called: ark (Volcengine Ark and BytePlus ModelArk), azure (Azure OpenAI) or openai. It decides the default of baseUrl, how the key is sent, and which options a list has. An endpoint of another provider than the component's inherits neither apiKey nor baseUrl nor apiVersion.
 * @param purpose List only files of this purpose, for example user_data. If it is empty files of every purpose are listed. Files of another purpose are left out, with one warning, even if the service ignores the parameter.
 * @param bridgeErrorHandler Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored.
 * @param cursorKey The key under which the position is stored, for example reports. If it is empty it is made of provider, base URL, purpose and the filters, so a changed filter starts over. It includes only the class of a filter bean, and not the API key: set cursorKey for each account, and where two consumers have filters of one class. Two consumers of one context with the same key in the same cursorRepository are refused at start.
 * @param cursorLag How long after a second, by the server's clock, the position may pass it, for example 5m if uploads appear in the list that late; 0 to pass it at once. A file that appears later comes with a full scan if there is an idempotentRepository, else not at all.
 * @param cursorRepository Where the position in the list is kept, so that a poll requests only newer files: a StateRepository of strings, for example #myCursors. If it is empty every poll lists all files. A file that fails holds the position until it succeeds, and so does a service that ignores order=asc, with one warning. Refused on azure, and with order=desc, expiringWithin and deleteAfterRead. A reference to a bean of type org.apache.camel.spi.StateRepository, such as #bean:name.
 * @param deleteAfterRead Whether a file is deleted once its exchange has completed, which includes failures that the route handled. A file that cannot be deleted is reported to the exception handler and comes again.
 * @param fullScanInterval How often a poll lists from the start despite the position, for example 24h; 0 for never. It covers servers that return an empty page after a deleted file, and with an idempotentRepository it finds files that appeared later than cursorLag.
 * @param maxMessagesPerPoll The most files that become exchanges in one poll; 0 for no limit. No page beyond it is requested. While other files wait for the next poll, failed files get at most every other place.
 * @param ignoreMissing Whether deleting something that does not exist succeeds with the outcome ALREADY_GONE. If it is false it fails with ArkNotFoundException. Services store model responses late: one that was created a moment ago can be reported as gone, and appear later.
 * @param lazyStartProducer Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing.
 * @param maxResults The most files that a list returns with paging=all and paging=stream; 0 for all of them. No page beyond it is requested.
 * @param paging What a list becomes: page (one ArkFilePage), all (a List of ArkFile) or stream (an Iterator of ArkFile that requests pages on demand, for split(body()).streaming()).
 * @param autowiredEnabled Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc.
 * @param callTimeout The longest time for one API request with all its attempts, waits, pacing and the wait for a connection, however slowly the server answers, for example 2m; more than zero. After it the exchange fails with ArkUnavailableException. Each page of a list is a request of its own. If pacing leaves no turn within it the call fails at once, unsent. While a file is uploaded or read it has a second more for every 64 KB that has passed. The operation create has 10m unless this is set.
 * @param connectTimeout The longest wait for a connection to open, for example 5s; more than zero. After it the call is retried, see maxRetries.
 * @param httpOptions Options that are passed on to camel-http, which builds the HTTP client, for example http.proxyHost=proxy.example.com with http.proxyPort=3128: the proxy options (host and port are required; http.proxyAuthScheme is how to reach the proxy itself, http by default), the oauth2 options with or without the prefix oauth2 (clientId, clientSecret and tokenEndpoint are required, apiKey then is not; tokens are kept until they expire; where Camel prints options it hides the value of clientSecret), httpClientConfigurer and x509HostnameVerifier. Any other is refused at start. On the component they are http-options.proxyHost and so on. This is a multi-value option with prefix: http.
 * @param maxConnections The most connections to the API, at least 1. Endpoints with the same connection options share them. When all are in use a call waits for one within callTimeout.
 * @param maxResponseSize The longest reply in bytes, at least 1; the default is 16 MB. A longer success fails with ArkProtocolException; of a longer error only the start is read. A compressed reply counts at its decompressed size. While a list is read it needs five times its size in heap, 80 MB for 16 MB, and fifteen times if its files have only an id: set less where heap is scarce.
 * @param maxRetries How often a call is retried after its first attempt, 0 for never. Only failures that may pass are retried: no connection, 429 and 503 for any call; a lost answer, 408, 424, 425, 499 and other 5xx for calls that are safe to repeat.
 * @param maxRetryAfter The longest wait that a server may ask for with Retry-After, for example 60s; 0 to wait for none. If it asks for longer, or for longer than is left of callTimeout, the call fails at once, and the exception contains the wait.
 * @param maxRetryDelay The longest wait before a retry, for example 8s, unless the server asks for another.
 * @param requestsPerSecond How many requests are sent per second, evenly spaced, for each operation, for example 5 or 0.5; 0 for no limit. If it is empty the provider's published limit applies, 20 on ark, none on azure and openai. All endpoints of the context with the same address and key share it: if their rates differ the lowest applies.
 * @param responseTimeout The longest silence of the server while a reply is awaited or read, for example 30s; more than zero. After it the answer counts as lost and the call is retried, see maxRetries. See callTimeout for the whole call. The operation create has 10m unless this is set.
 * @param retryDelay The wait before the second attempt, for example 500ms; 0 to retry at once. It doubles with every attempt up to maxRetryDelay, and is randomly shortened by up to half.
 * @param expiringWithin Only files that the service itself will delete within this time come, for example 24h. If it is empty the expiry does not matter. Cannot be used with cursorRepository.
 * @param filter A bean that selects files: a java.util.function.Predicate of ArkFile, or a Camel Predicate, for example #myFilter. If it is empty all come. With a cursor, a file that it refuses is left out for good. A reference to a bean of type java.lang.Object, such as #bean:name.
 * @param filterFile A Simple expression that selects files, as in camel-file, for example ${body.filename} ends with '.pdf'. If it is empty all come. With a cursor, a file that it refuses is left out for good.
 * @param idempotent Whether a processed file is skipped in later polls. If it is empty it is true, but false with deleteAfterRead=true: set it there if several nodes share an idempotentRepository.
 * @param idempotentKey A Simple expression for the key of a file in the repositories, for example ${body.id}-${body.status} to let it come again when its status changes. If it is empty it is the id.
 * @param idempotentRepository Where the keys of processed files are kept. If it is empty the last million are kept in memory until the component stops. Use one that survives a restart, and a shared one if several nodes consume, which need a shared inProgressRepository as well. A reference to a bean of type org.apache.camel.spi.IdempotentRepository, such as #bean:name.
 * @param inProgressRepository Where the keys of files in progress are kept, so that no other consumer takes them. If it is empty they are kept in memory. Several nodes that consume at once need a shared one. A reference to a bean of type org.apache.camel.spi.IdempotentRepository, such as #bean:name.
 * @param olderThan Only files that were created longer ago than this come, for example 7d. If it is empty the age does not matter. A file that is too young comes when it is old enough.
 * @param status Which statuses come, separated by commas, for example ready,failed: processing, ready and failed stand for the provider's words, which are accepted too. Another provider's word, or a near miss of a known one, is refused at start. If it is empty files of every status come. A file whose status may still change, such as processing, comes in a later poll.
 * @param healthCheckConsumerEnabled Used for enabling or disabling all consumer based health checks from this component
 * @param healthCheckProducerEnabled Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default disabled all producer based health-checks. You can turn on producer checks globally by setting camel.health.producersEnabled=true.
 * @param allowPlainHttp Whether the API key may be sent over http, unencrypted, to hosts other than localhost, 127.0.0.0/8 and ::1. If it is false such an endpoint is refused at start.
 * @param apiKey The API key. If it is empty it is taken from the environment (ARK_API_KEY, AZURE_OPENAI_API_KEY or OPENAI_API_KEY), but only for the provider's own hosts; for any other host write it out as apiKey={{env:ARK_API_KEY}}. It is sent to the host of baseUrl and to no other. Blanks around it are ignored, control characters in it are refused. Not needed with http.oauth2ClientId.
 * @param sslContextParameters How TLS connections are made: trusted certificates, a client certificate, protocols. If it is empty the JVM's trusted certificates are used, or the context's if the component has useGlobalSslContextParameters. A reference to a bean of type org.apache.camel.support.jsse.SSLContextParameters, such as #bean:name.
 * @param useGlobalSslContextParameters Whether endpoints without sslContextParameters use those of the context. If it is false they use the JVM's trusted certificates.
 */
@ConfigurationProperties(prefix = ArkComponentProperties.PREFIX, ignoreUnknownFields = false)
record ArkComponentProperties(
    @Nullable Boolean enabled,
    @Nullable Customizer customizer,
    @Nullable String configuration,
    @Nullable String apiVersion,
    @Nullable String baseUrl,
    @Nullable Integer limit,
    @Nullable String order,
    @Nullable String provider,
    @Nullable String purpose,
    @Nullable Boolean bridgeErrorHandler,
    @Nullable String cursorKey,
    @Nullable String cursorLag,
    @Nullable String cursorRepository,
    @Nullable Boolean deleteAfterRead,
    @Nullable String fullScanInterval,
    @Nullable Integer maxMessagesPerPoll,
    @Nullable Boolean ignoreMissing,
    @Nullable Boolean lazyStartProducer,
    @Nullable Long maxResults,
    @Nullable ArkPaging paging,
    @Nullable Boolean autowiredEnabled,
    @Nullable Duration callTimeout,
    @Nullable Duration connectTimeout,
    @Nullable Map<String, String> httpOptions,
    @Nullable Integer maxConnections,
    @Nullable DataSize maxResponseSize,
    @Nullable Integer maxRetries,
    @Nullable Duration maxRetryAfter,
    @Nullable Duration maxRetryDelay,
    @Nullable Double requestsPerSecond,
    @Nullable Duration responseTimeout,
    @Nullable Duration retryDelay,
    @Nullable String expiringWithin,
    @Nullable String filter,
    @Nullable String filterFile,
    @Nullable Boolean idempotent,
    @Nullable String idempotentKey,
    @Nullable String idempotentRepository,
    @Nullable String inProgressRepository,
    @Nullable String olderThan,
    @Nullable String status,
    @Nullable Boolean healthCheckConsumerEnabled,
    @Nullable Boolean healthCheckProducerEnabled,
    @Nullable Boolean allowPlainHttp,
    @Nullable String apiKey,
    @Nullable String sslContextParameters,
    @Nullable Boolean useGlobalSslContextParameters) {

  static final String PREFIX = "camel.component.ark";

  /**
   * Whether these properties reach the component.
   *
   * @param enabled Whether these properties are set on the component. On by default.
   */
  record Customizer(@Nullable Boolean enabled) {}

  /** What is set, by the names of the component's options, the whole configuration first. */
  Map<String, Object> options() {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    options.put("configuration", configuration);
    options.put("apiVersion", apiVersion);
    options.put("baseUrl", baseUrl);
    options.put("limit", limit);
    options.put("order", order);
    options.put("provider", provider);
    options.put("purpose", purpose);
    options.put("bridgeErrorHandler", bridgeErrorHandler);
    options.put("cursorKey", cursorKey);
    options.put("cursorLag", cursorLag);
    options.put("cursorRepository", cursorRepository);
    options.put("deleteAfterRead", deleteAfterRead);
    options.put("fullScanInterval", fullScanInterval);
    options.put("maxMessagesPerPoll", maxMessagesPerPoll);
    options.put("ignoreMissing", ignoreMissing);
    options.put("lazyStartProducer", lazyStartProducer);
    options.put("maxResults", maxResults);
    options.put("paging", paging);
    options.put("autowiredEnabled", autowiredEnabled);
    options.put("callTimeout", callTimeout);
    options.put("connectTimeout", connectTimeout);
    options.put("maxConnections", maxConnections);
    options.put("maxResponseSize", maxResponseSize == null ? null : maxResponseSize.toBytes());
    options.put("maxRetries", maxRetries);
    options.put("maxRetryAfter", maxRetryAfter);
    options.put("maxRetryDelay", maxRetryDelay);
    options.put("requestsPerSecond", requestsPerSecond);
    options.put("responseTimeout", responseTimeout);
    options.put("retryDelay", retryDelay);
    options.put("expiringWithin", expiringWithin);
    options.put("filter", filter);
    options.put("filterFile", filterFile);
    options.put("idempotent", idempotent);
    options.put("idempotentKey", idempotentKey);
    options.put("idempotentRepository", idempotentRepository);
    options.put("inProgressRepository", inProgressRepository);
    options.put("olderThan", olderThan);
    options.put("status", status);
    options.put("healthCheckConsumerEnabled", healthCheckConsumerEnabled);
    options.put("healthCheckProducerEnabled", healthCheckProducerEnabled);
    options.put("allowPlainHttp", allowPlainHttp);
    options.put("apiKey", apiKey);
    options.put("sslContextParameters", sslContextParameters);
    options.put("useGlobalSslContextParameters", useGlobalSslContextParameters);
    options.values().removeIf(Objects::isNull);
    return options;
  }

  /** Names only: a value may be a key. */
  @Override
  public String toString() {
    return PREFIX + options().keySet();
  }
}
