// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.settings.FileSelection;
import io.github.camelark.settings.ServiceAddress;
import io.github.camelark.settings.ServiceOptions;
import io.github.camelark.settings.ServiceSettings;
import io.github.camelark.settings.WantedStatuses;
import io.github.camelark.transport.HttpOptions;
import io.github.camelark.transport.RetryLimits;
import io.github.camelark.transport.TransportSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The options of an endpoint, and the defaults that the component gives to its endpoints. Change
 * them before the endpoint starts, from one thread.
 */
@UriParams
public class ArkConfiguration implements Cloneable {

  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

  /** Of a call that a model answers, unless the options say otherwise. */
  private static final Duration MODEL_TIMEOUT = Duration.ofMinutes(10);

  /**
   * Whose API is called: ark (Volcengine Ark and BytePlus ModelArk), azure (Azure OpenAI) or
   * openai. It decides the default of baseUrl, how the key is sent, and which options a list has.
   * An endpoint of another provider than the component's inherits neither apiKey nor baseUrl nor
   * apiVersion.
   */
  @UriParam(label = "common", defaultValue = Dialects.DEFAULT, enums = Dialects.NAMES)
  private String provider = Dialects.DEFAULT;

  /**
   * The address of the API: http or https with host and path, for example
   * https://ark.cn-beijing.volces.com/api/v3 (the default on ark) or https://name.openai.azure.com
   * (azure, where it is required and /openai is appended unless the path ends in /openai or
   * /openai/v1). A path prefix of a gateway is kept. User info, query and fragment are refused. An
   * endpoint with another host than the component does not inherit its apiKey.
   */
  @UriParam(label = "common")
  private String baseUrl;

  /**
   * The API key. If it is empty it is taken from the environment (ARK_API_KEY, AZURE_OPENAI_API_KEY
   * or OPENAI_API_KEY), but only for the provider's own hosts; for any other host write it out as
   * apiKey={{env:ARK_API_KEY}}. It is sent to the host of baseUrl and to no other. Blanks around it
   * are ignored, control characters in it are refused. Not needed with http.oauth2ClientId.
   */
  @UriParam(label = "security", secret = true)
  private String apiKey;

  /**
   * The api-version that is sent with every call on azure, for example 2025-03-01-preview. If it is
   * empty it is 2024-10-21, or not sent at all where baseUrl ends in /openai/v1. Not used on ark
   * and openai.
   */
  @UriParam(label = "common")
  private String apiVersion;

  /**
   * The longest wait for a connection to open, for example 5s; more than zero. After it the call is
   * retried, see maxRetries.
   */
  @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration")
  private Duration connectTimeout = Duration.ofSeconds(10);

  /**
   * The longest silence of the server while a reply is awaited or read, for example 30s; more than
   * zero. After it the answer counts as lost and the call is retried, see maxRetries. See
   * callTimeout for the whole call. The operation create has 10m unless this is set.
   */
  @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
  private Duration responseTimeout;

  /**
   * The longest time for one API request with all its attempts, waits, pacing and the wait for a
   * connection, however slowly the server answers, for example 2m; more than zero. After it the
   * exchange fails with ArkUnavailableException. Each page of a list is a request of its own. If
   * pacing leaves no turn within it the call fails at once, unsent. While a file is uploaded or
   * read it has a second more for every 64 KB that has passed. The operation create has 10m unless
   * this is set.
   */
  @UriParam(label = "advanced", defaultValue = "2m", javaType = "java.time.Duration")
  private Duration callTimeout;

  /**
   * The most connections to the API, at least 1. Endpoints with the same connection options share
   * them. When all are in use a call waits for one within callTimeout.
   */
  @UriParam(label = "advanced", defaultValue = "200")
  private int maxConnections = 200;

  /**
   * The longest reply in bytes, at least 1; the default is 16 MB. A longer success fails with
   * ArkProtocolException; of a longer error only the start is read. A compressed reply counts at
   * its decompressed size. While a list is read it needs five times its size in heap, 80 MB for 16
   * MB, and fifteen times if its files have only an id: set less where heap is scarce.
   */
  @UriParam(label = "advanced", defaultValue = "16777216")
  private long maxResponseSize = 16L * 1024 * 1024;

  /**
   * How TLS connections are made: trusted certificates, a client certificate, protocols. If it is
   * empty the JVM's trusted certificates are used, or the context's if the component has
   * useGlobalSslContextParameters.
   */
  @UriParam(label = "security")
  private SSLContextParameters sslContextParameters;

  /**
   * Whether the API key may be sent over http, unencrypted, to hosts other than localhost,
   * 127.0.0.0/8 and ::1. If it is false such an endpoint is refused at start.
   */
  @UriParam(label = "security", defaultValue = "false")
  private boolean allowPlainHttp;

  /**
   * Options that are passed on to camel-http, which builds the HTTP client, for example
   * http.proxyHost=proxy.example.com with http.proxyPort=3128: the proxy options (host and port are
   * required; http.proxyAuthScheme is how to reach the proxy itself, http by default), the oauth2
   * options with or without the prefix oauth2 (clientId, clientSecret and tokenEndpoint are
   * required, apiKey then is not; tokens are kept until they expire; where Camel prints options it
   * hides the value of clientSecret), httpClientConfigurer and x509HostnameVerifier. Any other is
   * refused at start. On the component they are http-options.proxyHost and so on.
   */
  @UriParam(label = "advanced", prefix = "http.", multiValue = true)
  private Map<String, Object> httpOptions = new HashMap<>();

  /**
   * List only files of this purpose, for example user_data. If it is empty files of every purpose
   * are listed. Files of another purpose are left out, with one warning, even if the service
   * ignores the parameter.
   */
  @UriParam(label = "common")
  private String purpose;

  /**
   * List by time of creation, asc or desc. If it is empty the API's own default applies, desc on
   * ark and openai. Refused on azure, which has no order.
   */
  @UriParam(label = "common", enums = "asc,desc")
  private String order;

  /**
   * How many files one page of a list may hold on the wire, never a total (see maxResults): 1 to
   * 100 on ark, 1 to 10000 on openai. If it is empty the API's own default applies. Refused on
   * azure, which returns whole lists.
   */
  @UriParam(label = "common")
  private Integer limit;

  /**
   * The most files that a list returns with paging=all and paging=stream; 0 for all of them. No
   * page beyond it is requested.
   */
  @UriParam(label = "producer", defaultValue = "0")
  private long maxResults;

  /**
   * What a list becomes: page (one ArkFilePage), all (a List of ArkFile) or stream (an Iterator of
   * ArkFile that requests pages on demand, for split(body()).streaming()).
   */
  @UriParam(label = "producer", defaultValue = "page")
  private ArkPaging paging = ArkPaging.page;

  /**
   * Whether deleting something that does not exist succeeds with the outcome ALREADY_GONE. If it is
   * false it fails with ArkNotFoundException. Services store model responses late: one that was
   * created a moment ago can be reported as gone, and appear later.
   */
  @UriParam(label = "producer", defaultValue = "false")
  private boolean ignoreMissing;

  /**
   * How often a call is retried after its first attempt, 0 for never. Only failures that may pass
   * are retried: no connection, 429 and 503 for any call; a lost answer, 408, 424, 425, 499 and
   * other 5xx for calls that are safe to repeat.
   */
  @UriParam(label = "advanced", defaultValue = "2")
  private int maxRetries = 2;

  /**
   * The wait before the second attempt, for example 500ms; 0 to retry at once. It doubles with
   * every attempt up to maxRetryDelay, and is randomly shortened by up to half.
   */
  @UriParam(label = "advanced", defaultValue = "500ms", javaType = "java.time.Duration")
  private Duration retryDelay = Duration.ofMillis(500);

  /** The longest wait before a retry, for example 8s, unless the server asks for another. */
  @UriParam(label = "advanced", defaultValue = "8s", javaType = "java.time.Duration")
  private Duration maxRetryDelay = Duration.ofSeconds(8);

  /**
   * The longest wait that a server may ask for with Retry-After, for example 60s; 0 to wait for
   * none. If it asks for longer, or for longer than is left of callTimeout, the call fails at once,
   * and the exception contains the wait.
   */
  @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
  private Duration maxRetryAfter = Duration.ofSeconds(60);

  /**
   * How many requests are sent per second, evenly spaced, for each operation, for example 5 or 0.5;
   * 0 for no limit. If it is empty the provider's published limit applies, 20 on ark, none on azure
   * and openai. All endpoints of the context with the same address and key share it: if their rates
   * differ the lowest applies.
   */
  @UriParam(label = "advanced")
  private Double requestsPerSecond;

  /**
   * The most files that become exchanges in one poll; 0 for no limit. No page beyond it is
   * requested. While other files wait for the next poll, failed files get at most every other
   * place.
   */
  @UriParam(label = "consumer", defaultValue = "0")
  private int maxMessagesPerPoll;

  /**
   * Which statuses come, separated by commas, for example ready,failed: processing, ready and
   * failed stand for the provider's words, which are accepted too. Another provider's word, or a
   * near miss of a known one, is refused at start. If it is empty files of every status come. A
   * file whose status may still change, such as processing, comes in a later poll.
   */
  @UriParam(label = "consumer,filter")
  private String status;

  /**
   * Only files that were created longer ago than this come, for example 7d. If it is empty the age
   * does not matter. A file that is too young comes when it is old enough.
   */
  @UriParam(label = "consumer,filter", javaType = "java.time.Duration")
  private Duration olderThan;

  /**
   * Only files that the service itself will delete within this time come, for example 24h. If it is
   * empty the expiry does not matter. Cannot be used with cursorRepository.
   */
  @UriParam(label = "consumer,filter", javaType = "java.time.Duration")
  private Duration expiringWithin;

  /**
   * A bean that selects files: a java.util.function.Predicate of ArkFile, or a Camel Predicate, for
   * example #myFilter. If it is empty all come. With a cursor, a file that it refuses is left out
   * for good.
   */
  @UriParam(label = "consumer,filter", javaType = "java.lang.Object")
  private Object filter;

  /**
   * A Simple expression that selects files, as in camel-file, for example ${body.filename} ends
   * with '.pdf'. If it is empty all come. With a cursor, a file that it refuses is left out for
   * good.
   */
  @UriParam(label = "consumer,filter", javaType = "java.lang.String")
  private String filterFile;

  /**
   * Whether a processed file is skipped in later polls. If it is empty it is true, but false with
   * deleteAfterRead=true: set it there if several nodes share an idempotentRepository.
   */
  @UriParam(label = "consumer,filter", defaultValue = "true")
  private Boolean idempotent;

  /**
   * A Simple expression for the key of a file in the repositories, for example
   * ${body.id}-${body.status} to let it come again when its status changes. If it is empty it is
   * the id.
   */
  @UriParam(label = "consumer,filter")
  private String idempotentKey;

  /**
   * Where the keys of processed files are kept. If it is empty the last million are kept in memory
   * until the component stops. Use one that survives a restart, and a shared one if several nodes
   * consume, which need a shared inProgressRepository as well.
   */
  @UriParam(label = "consumer,filter", javaType = "org.apache.camel.spi.IdempotentRepository")
  private IdempotentRepository idempotentRepository;

  /**
   * Where the keys of files in progress are kept, so that no other consumer takes them. If it is
   * empty they are kept in memory. Several nodes that consume at once need a shared one.
   */
  @UriParam(label = "consumer,filter", javaType = "org.apache.camel.spi.IdempotentRepository")
  private IdempotentRepository inProgressRepository;

  /**
   * Whether a file is deleted once its exchange has completed, which includes failures that the
   * route handled. A file that cannot be deleted is reported to the exception handler and comes
   * again.
   */
  @UriParam(label = "consumer", defaultValue = "false")
  private boolean deleteAfterRead;

  /**
   * Where the position in the list is kept, so that a poll requests only newer files: a
   * StateRepository of strings, for example #myCursors. If it is empty every poll lists all files.
   * A file that fails holds the position until it succeeds, and so does a service that ignores
   * order=asc, with one warning. Refused on azure, and with order=desc, expiringWithin and
   * deleteAfterRead.
   */
  @UriParam(label = "consumer", javaType = "org.apache.camel.spi.StateRepository")
  private StateRepository<String, String> cursorRepository;

  /**
   * The key under which the position is stored, for example reports. If it is empty it is made of
   * provider, base URL, purpose and the filters, so a changed filter starts over. It includes only
   * the class of a filter bean, and not the API key: set cursorKey for each account, and where two
   * consumers have filters of one class. Two consumers of one context with the same key in the same
   * cursorRepository are refused at start.
   */
  @UriParam(label = "consumer")
  private String cursorKey;

  /**
   * How long after a second, by the server's clock, the position may pass it, for example 5m if
   * uploads appear in the list that late; 0 to pass it at once. A file that appears later comes
   * with a full scan if there is an idempotentRepository, else not at all.
   */
  @UriParam(label = "consumer", defaultValue = "2s", javaType = "java.time.Duration")
  private Duration cursorLag = Duration.ofSeconds(2);

  /**
   * How often a poll lists from the start despite the position, for example 24h; 0 for never. It
   * covers servers that return an empty page after a deleted file, and with an idempotentRepository
   * it finds files that appeared later than cursorLag.
   */
  @UriParam(label = "consumer", defaultValue = "24h", javaType = "java.time.Duration")
  private Duration fullScanInterval = Duration.ofHours(24);

  public String getProvider() {
    return provider;
  }

  public void setProvider(String provider) {
    this.provider = provider;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = blankToNull(baseUrl);
  }

  public String getApiKey() {
    return apiKey;
  }

  public void setApiKey(String apiKey) {
    this.apiKey = blankToNull(apiKey);
  }

  public String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(String apiVersion) {
    this.apiVersion = blankToNull(apiVersion);
  }

  public Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public Duration getResponseTimeout() {
    return responseTimeout == null ? RESPONSE_TIMEOUT : responseTimeout;
  }

  public void setResponseTimeout(Duration responseTimeout) {
    this.responseTimeout = responseTimeout;
  }

  public Duration getCallTimeout() {
    return callTimeout == null ? CALL_TIMEOUT : callTimeout;
  }

  public void setCallTimeout(Duration callTimeout) {
    this.callTimeout = callTimeout;
  }

  public int getMaxConnections() {
    return maxConnections;
  }

  public void setMaxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  public long getMaxResponseSize() {
    return maxResponseSize;
  }

  public void setMaxResponseSize(long maxResponseSize) {
    this.maxResponseSize = maxResponseSize;
  }

  public SSLContextParameters getSslContextParameters() {
    return sslContextParameters;
  }

  public void setSslContextParameters(SSLContextParameters sslContextParameters) {
    this.sslContextParameters = sslContextParameters;
  }

  public boolean isAllowPlainHttp() {
    return allowPlainHttp;
  }

  public void setAllowPlainHttp(boolean allowPlainHttp) {
    this.allowPlainHttp = allowPlainHttp;
  }

  public Map<String, Object> getHttpOptions() {
    return httpOptions;
  }

  public void setHttpOptions(Map<String, Object> httpOptions) {
    this.httpOptions = httpOptions;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }

  public Integer getLimit() {
    return limit;
  }

  public void setLimit(Integer limit) {
    this.limit = limit;
  }

  public long getMaxResults() {
    return maxResults;
  }

  public void setMaxResults(long maxResults) {
    this.maxResults = maxResults;
  }

  public ArkPaging getPaging() {
    return paging;
  }

  public void setPaging(ArkPaging paging) {
    this.paging = paging;
  }

  public boolean isIgnoreMissing() {
    return ignoreMissing;
  }

  public void setIgnoreMissing(boolean ignoreMissing) {
    this.ignoreMissing = ignoreMissing;
  }

  public int getMaxRetries() {
    return maxRetries;
  }

  public void setMaxRetries(int maxRetries) {
    this.maxRetries = maxRetries;
  }

  public Duration getRetryDelay() {
    return retryDelay;
  }

  public void setRetryDelay(Duration retryDelay) {
    this.retryDelay = retryDelay;
  }

  public Duration getMaxRetryDelay() {
    return maxRetryDelay;
  }

  public void setMaxRetryDelay(Duration maxRetryDelay) {
    this.maxRetryDelay = maxRetryDelay;
  }

  public Duration getMaxRetryAfter() {
    return maxRetryAfter;
  }

  public void setMaxRetryAfter(Duration maxRetryAfter) {
    this.maxRetryAfter = maxRetryAfter;
  }

  public Double getRequestsPerSecond() {
    return requestsPerSecond;
  }

  public void setRequestsPerSecond(Double requestsPerSecond) {
    this.requestsPerSecond = requestsPerSecond;
  }

  public int getMaxMessagesPerPoll() {
    return maxMessagesPerPoll;
  }

  public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
    this.maxMessagesPerPoll = maxMessagesPerPoll;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = blankToNull(status);
  }

  public Duration getOlderThan() {
    return olderThan;
  }

  public void setOlderThan(Duration olderThan) {
    this.olderThan = olderThan;
  }

  public Duration getExpiringWithin() {
    return expiringWithin;
  }

  public void setExpiringWithin(Duration expiringWithin) {
    this.expiringWithin = expiringWithin;
  }

  public Object getFilter() {
    return filter;
  }

  public void setFilter(Object filter) {
    this.filter = filter;
  }

  public String getFilterFile() {
    return filterFile;
  }

  public void setFilterFile(String filterFile) {
    this.filterFile = blankToNull(filterFile);
  }

  public Boolean getIdempotent() {
    return idempotent;
  }

  public void setIdempotent(Boolean idempotent) {
    this.idempotent = idempotent;
  }

  public String getIdempotentKey() {
    return idempotentKey;
  }

  public void setIdempotentKey(String idempotentKey) {
    this.idempotentKey = blankToNull(idempotentKey);
  }

  public IdempotentRepository getIdempotentRepository() {
    return idempotentRepository;
  }

  public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
    this.idempotentRepository = idempotentRepository;
  }

  public IdempotentRepository getInProgressRepository() {
    return inProgressRepository;
  }

  public void setInProgressRepository(IdempotentRepository inProgressRepository) {
    this.inProgressRepository = inProgressRepository;
  }

  public boolean isDeleteAfterRead() {
    return deleteAfterRead;
  }

  public void setDeleteAfterRead(boolean deleteAfterRead) {
    this.deleteAfterRead = deleteAfterRead;
  }

  public StateRepository<String, String> getCursorRepository() {
    return cursorRepository;
  }

  public void setCursorRepository(StateRepository<String, String> cursorRepository) {
    this.cursorRepository = cursorRepository;
  }

  public String getCursorKey() {
    return cursorKey;
  }

  public void setCursorKey(String cursorKey) {
    this.cursorKey = blankToNull(cursorKey);
  }

  public Duration getCursorLag() {
    return cursorLag;
  }

  public void setCursorLag(Duration cursorLag) {
    this.cursorLag = cursorLag;
  }

  public Duration getFullScanInterval() {
    return fullScanInterval;
  }

  public void setFullScanInterval(Duration fullScanInterval) {
    this.fullScanInterval = fullScanInterval;
  }

  /** The wanted statuses. */
  WantedStatuses statuses() {
    return WantedStatuses.of(status, Dialects.named(provider));
  }

  /**
   * What the calls of an endpoint do.
   *
   * @throws IllegalArgumentException if one of these options, or those of the endpoint alone,
   *     cannot be meant
   */
  CallOptions callOptions(
      ServiceSettings service,
      String resource,
      String operation,
      String fileId,
      String responseId,
      String after,
      Duration awaitTimeout,
      Duration expireAfter,
      Map<String, String> formFields) {
    return new CallOptions(
        service.dialect(),
        resource,
        operation,
        fileId,
        responseId,
        after,
        purpose,
        order,
        limit,
        CallOptions.Paging.valueOf(paging.name().toUpperCase(Locale.ROOT)),
        maxResults,
        ignoreMissing,
        awaitTimeout,
        expireAfter,
        service.expiry(),
        formFields);
  }

  /**
   * What the consumers of an endpoint do.
   *
   * @throws IllegalArgumentException if one of these options cannot be meant for a consumer
   */
  ConsumerOptions consumerOptions(CallOptions calls, ServiceAddress address, Duration delay) {
    FileSelection selection =
        new FileSelection(
            purpose,
            statuses().words(),
            olderThan,
            expiringWithin,
            new FileSelection.FilterBean(filter),
            filterFile,
            idempotentKey);
    return new ConsumerOptions(
        calls,
        selection,
        delay,
        deleteAfterRead,
        idempotent == null ? !deleteAfterRead : idempotent,
        inProgressRepository,
        idempotentRepository,
        cursorRepository,
        cursorKey == null ? selection.cursorKey(calls.dialect(), address) : cursorKey,
        cursorLag,
        fullScanInterval);
  }

  /** Which service these options name, and as whom. */
  ServiceOptions serviceOptions() {
    return new ServiceOptions(
        provider, baseUrl, apiVersion, apiKey, allowPlainHttp, new HttpOptions(httpOptions));
  }

  /**
   * The service that these options name.
   *
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  ServiceSettings service() {
    ServiceOptions options = serviceOptions();
    Dialect dialect = Dialects.named(provider);
    ServiceAddress address = ServiceAddress.of(baseUrl, dialect);
    return new ServiceSettings(
        options,
        dialect,
        address,
        new TransportSettings(
            address.origin(),
            connectTimeout,
            getResponseTimeout(),
            responseTimeout == null ? MODEL_TIMEOUT : responseTimeout,
            getCallTimeout(),
            callTimeout == null ? MODEL_TIMEOUT : callTimeout,
            maxConnections,
            maxResponseSize,
            dialect.requestIdHeaders(),
            sslContextParameters,
            options.http()),
        new RetryLimits(
            maxRetries,
            retryDelay,
            maxRetryDelay,
            maxRetryAfter,
            () -> ThreadLocalRandom.current().nextDouble()),
        requestsPerSecond);
  }

  /** As a placeholder without a value gives it: then it is not set. */
  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * Sets options of a configuration that is a bean, or that is reached through the component as
   * {@code camel.component.ark.configuration.olderThan}. Camel finds it by its file in {@code
   * META-INF/services}; without it options would be set by reflection and unseen.
   */
  public static final class Configurer implements PropertyConfigurer {

    @Override
    public boolean configure(
        CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
      ArkComponent owner = new ArkComponent(context);
      ServiceHelper.initService(owner);
      owner.setConfiguration((ArkConfiguration) target);
      return owner
          .getComponentPropertyConfigurer()
          .configure(context, owner, name, value, ignoreCase);
    }
  }

  /** A copy that can be changed without changing this. */
  public ArkConfiguration copy() {
    try {
      ArkConfiguration copy = (ArkConfiguration) clone();
      copy.httpOptions = new HashMap<>(httpOptions);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }
}
