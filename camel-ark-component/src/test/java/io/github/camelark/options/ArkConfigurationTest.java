// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.ArkPaging;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option with its default and another value. An option that is forgotten here, in the
 * generated code or in its documentation breaks a test.
 */
class ArkConfigurationTest extends RouteTestSupport {

  private static final SSLContextParameters SSL = new SSLContextParameters();
  private static final Predicate<ArkFile> FILTER = file -> true;
  private static final MemoryIdempotentRepository DONE = new MemoryIdempotentRepository();
  private static final MemoryStateRepository CURSORS = new MemoryStateRepository();

  /**
   * One option.
   *
   * @param byDefault its value if nothing is set
   * @param text another value as it is written in a URI
   * @param value that other value as it is read back
   */
  record Option(
      String name,
      Object byDefault,
      String text,
      Object value,
      Function<ArkConfiguration, Object> getter) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Option> options() {
    return Stream.concat(callOptions().stream(), consumerOptions().stream()).toList();
  }

  /** But for idempotent, whose default depends on deleteAfterRead. */
  static List<Option> optionsWithADefaultOfTheirOwn() {
    return options().stream().filter(option -> !option.name().equals("idempotent")).toList();
  }

  private static List<Option> consumerOptions() {
    return List.of(
        new Option("maxMessagesPerPoll", 0, "7", 7, ArkConfiguration::getMaxMessagesPerPoll),
        new Option("status", null, "active", "active", ArkConfiguration::getStatus),
        new Option("olderThan", null, "7d", Duration.ofDays(7), ArkConfiguration::getOlderThan),
        new Option(
            "expiringWithin",
            null,
            "24h",
            Duration.ofHours(24),
            ArkConfiguration::getExpiringWithin),
        new Option("filter", null, "#filter", FILTER, ArkConfiguration::getFilter),
        new Option("filterFile", null, "true", "true", ArkConfiguration::getFilterFile),
        new Option("idempotent", null, "false", false, ArkConfiguration::getIdempotent),
        new Option("idempotentKey", null, "key", "key", ArkConfiguration::getIdempotentKey),
        new Option(
            "idempotentRepository", null, "#done", DONE, ArkConfiguration::getIdempotentRepository),
        new Option(
            "inProgressRepository", null, "#done", DONE, ArkConfiguration::getInProgressRepository),
        new Option("deleteAfterRead", false, "true", true, ArkConfiguration::isDeleteAfterRead),
        new Option(
            "cursorRepository", null, "#cursors", CURSORS, ArkConfiguration::getCursorRepository),
        new Option("cursorKey", null, "mine", "mine", ArkConfiguration::getCursorKey),
        new Option(
            "cursorLag",
            Duration.ofSeconds(2),
            "5m",
            Duration.ofMinutes(5),
            ArkConfiguration::getCursorLag),
        new Option(
            "fullScanInterval",
            Duration.ofHours(24),
            "1h",
            Duration.ofHours(1),
            ArkConfiguration::getFullScanInterval));
  }

  private static List<Option> callOptions() {
    return List.of(
        new Option("provider", "ark", "openai", "openai", ArkConfiguration::getProvider),
        new Option(
            "baseUrl",
            null,
            "https://gateway.example/v1",
            "https://gateway.example/v1",
            ArkConfiguration::getBaseUrl),
        new Option("apiKey", null, "fake-key", "fake-key", ArkConfiguration::getApiKey),
        new Option("apiVersion", null, "2099-01-01", "2099-01-01", ArkConfiguration::getApiVersion),
        new Option(
            "connectTimeout",
            Duration.ofSeconds(10),
            "1s",
            Duration.ofSeconds(1),
            ArkConfiguration::getConnectTimeout),
        new Option(
            "responseTimeout",
            Duration.ofSeconds(60),
            "2s",
            Duration.ofSeconds(2),
            ArkConfiguration::getResponseTimeout),
        new Option(
            "callTimeout",
            Duration.ofMinutes(2),
            "1m",
            Duration.ofMinutes(1),
            ArkConfiguration::getCallTimeout),
        new Option("maxConnections", 200, "3", 3, ArkConfiguration::getMaxConnections),
        new Option(
            "maxResponseSize",
            16_777_216L,
            "1048576",
            1_048_576L,
            ArkConfiguration::getMaxResponseSize),
        new Option(
            "sslContextParameters", null, "#ssl", SSL, ArkConfiguration::getSslContextParameters),
        new Option("allowPlainHttp", false, "true", true, ArkConfiguration::isAllowPlainHttp),
        new Option("purpose", null, "batch", "batch", ArkConfiguration::getPurpose),
        new Option("order", null, "asc", "asc", ArkConfiguration::getOrder),
        new Option("limit", null, "7", 7, ArkConfiguration::getLimit),
        new Option("maxResults", 0L, "8", 8L, ArkConfiguration::getMaxResults),
        new Option(
            "paging", ArkPaging.page, "stream", ArkPaging.stream, ArkConfiguration::getPaging),
        new Option("ignoreMissing", false, "true", true, ArkConfiguration::isIgnoreMissing),
        new Option("maxRetries", 2, "5", 5, ArkConfiguration::getMaxRetries),
        new Option(
            "retryDelay",
            Duration.ofMillis(500),
            "50ms",
            Duration.ofMillis(50),
            ArkConfiguration::getRetryDelay),
        new Option(
            "maxRetryDelay",
            Duration.ofSeconds(8),
            "4s",
            Duration.ofSeconds(4),
            ArkConfiguration::getMaxRetryDelay),
        new Option(
            "maxRetryAfter",
            Duration.ofSeconds(60),
            "30s",
            Duration.ofSeconds(30),
            ArkConfiguration::getMaxRetryAfter),
        new Option("requestsPerSecond", null, "0.5", 0.5, ArkConfiguration::getRequestsPerSecond));
  }

  /** Those of an endpoint alone: as defaults they would delete the same file everywhere. */
  private static final Map<String, Function<ArkEndpoint, Object>> OF_ENDPOINTS =
      Map.of(
          "operation", ArkEndpoint::getOperation,
          "fileId", ArkEndpoint::getFileId,
          "responseId", ArkEndpoint::getResponseId,
          "after", ArkEndpoint::getAfter);

  static Set<String> ofEndpoints() {
    return OF_ENDPOINTS.keySet();
  }

  private JsonNode catalog;

  @BeforeEach
  void bindAndRead() throws IOException {
    context.getRegistry().bind("ssl", SSL);
    context.getRegistry().bind("filter", FILTER);
    context.getRegistry().bind("done", DONE);
    context.getRegistry().bind("cursors", CURSORS);
    try (InputStream json =
        ArkComponent.class.getResourceAsStream("/META-INF/io/github/camelark/ark.json")) {
      catalog = new ObjectMapper().readTree(json);
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void hasADefault(Option option) {
    assertThat(option.getter().apply(new ArkConfiguration())).isEqualTo(option.byDefault());
  }

  @Test
  void hasNoHttpOptionsByDefault() {
    assertThat(new ArkConfiguration().getHttpOptions()).isEmpty();
  }

  @Test
  void isSetByTheUri() {
    String uri =
        options().stream()
            .map(option -> option.name() + "=" + option.text())
            .collect(Collectors.joining("&", "ark:files?", ""));

    ArkEndpoint endpoint =
        context.getEndpoint(
            uri + "&http.proxyHost=proxy.example&http.proxyPort=3128", ArkEndpoint.class);

    for (Option option : options()) {
      assertThat(option.getter().apply(endpoint.getConfiguration()))
          .as(option.name())
          .isEqualTo(option.value())
          .isNotEqualTo(option.byDefault());
    }
    assertThat(endpoint.getConfiguration().getHttpOptions())
        .isEqualTo(Map.of("proxyHost", "proxy.example", "proxyPort", "3128"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void isSetOnTheComponent(Option option) {
    bindToComponent(option.name(), option.text());

    assertThat(option.getter().apply(component().getConfiguration())).isEqualTo(option.value());
  }

  @ParameterizedTest
  @MethodSource("options")
  void isSetOnTheComponentWithDashes(Option option) {
    bindToComponent(option.name().replaceAll("([A-Z])", "-$1").toLowerCase(), option.text());

    assertThat(option.getter().apply(component().getConfiguration())).isEqualTo(option.value());
  }

  @ParameterizedTest
  @MethodSource("ofEndpoints")
  void isSetOnAnEndpointAlone(String option) {
    Function<ArkEndpoint, Object> getter = OF_ENDPOINTS.get(option);

    ArkEndpoint with =
        context.getEndpoint("ark:files?apiKey=fake-key&" + option + "=list", ArkEndpoint.class);
    ArkEndpoint without = context.getEndpoint("ark:files?apiKey=fake-key", ArkEndpoint.class);

    assertThat(getter.apply(with)).isEqualTo("list");
    assertThat(getter.apply(without)).isNull();
  }

  @ParameterizedTest
  @MethodSource("ofEndpoints")
  void isRefusedOnTheComponentIfItIsOneOfEndpoints(String option) {
    Throwable failure = catchThrowable(() -> bindToComponent(option, "list"));

    assertThat(failure)
        .rootCause()
        .hasMessage(option + " is an option of endpoints only: write it into the URI of each");
  }

  @Test
  void acceptsHttpOptionsOnTheComponent() {
    bindToComponent("httpOptions[proxyHost]", "proxy.example");

    assertThat(component().getConfiguration().getHttpOptions())
        .isEqualTo(Map.of("proxyHost", "proxy.example"));
  }

  @Test
  void isInheritedByEndpoints() {
    options().forEach(option -> bindToComponent(option.name(), option.text()));

    ArkEndpoint endpoint = context.getEndpoint("ark:files", ArkEndpoint.class);

    for (Option option : options()) {
      assertThat(option.getter().apply(endpoint.getConfiguration()))
          .as(option.name())
          .isEqualTo(option.value());
    }
  }

  @Test
  void isCopiedCompletely() {
    ArkConfiguration original = component().getConfiguration();
    options().forEach(option -> bindToComponent(option.name(), option.text()));
    original.setHttpOptions(new HashMap<>(Map.of("proxyHost", "proxy.example")));

    ArkConfiguration copy = original.copy();
    copy.getHttpOptions().put("proxyPort", "1");

    assertThat(options())
        .allMatch(option -> option.getter().apply(copy).equals(option.getter().apply(original)));
    assertThat(original.getHttpOptions()).containsOnlyKeys("proxyHost");
  }

  @Test
  void listsEveryField() {
    Set<String> fields =
        Arrays.stream(ArkConfiguration.class.getDeclaredFields())
            .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
            .map(Field::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(fields).isEqualTo(names("httpOptions"));
  }

  @Test
  void isDocumentedForEndpoints() {
    assertThat(documented("properties"))
        .containsAll(ofEndpoints())
        .containsAll(names("httpOptions", "resource", "lazyStartProducer", "delay", "greedy"));
  }

  @Test
  void isDocumentedForTheComponent() {
    assertThat(documented("componentProperties"))
        .isEqualTo(
            names(
                "httpOptions",
                "configuration",
                "useGlobalSslContextParameters",
                "autowiredEnabled",
                "bridgeErrorHandler",
                "lazyStartProducer",
                "healthCheckConsumerEnabled",
                "healthCheckProducerEnabled"));
  }

  @ParameterizedTest
  @MethodSource("optionsWithADefaultOfTheirOwn")
  void isDocumentedWithItsDefault(Option option) {
    JsonNode documented = catalog.path("properties").path(option.name()).path("defaultValue");

    if (option.byDefault() == null) {
      assertThat(documented.isMissingNode()).isTrue();
    } else {
      assertThat(
              context
                  .getTypeConverter()
                  .convertTo(option.byDefault().getClass(), documented.asText()))
          .isEqualTo(option.byDefault());
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void isDocumentedAsSecretIfItIs(Option option) {
    boolean secret = catalog.path("properties").path(option.name()).path("secret").asBoolean();

    assertThat(secret).isEqualTo(option.name().equals("apiKey"));
  }

  @Test
  void usesTheContextsTlsOnlyIfEnabled() {
    context.setSSLContextParameters(SSL);

    boolean byDefault = component().isUseGlobalSslContextParameters();
    SSLContextParameters unused = ArkInternals.globalSslContextParameters(component());
    bindToComponent("useGlobalSslContextParameters", "true");

    assertThat(byDefault).isFalse();
    assertThat(unused).isNull();
    assertThat(ArkInternals.globalSslContextParameters(component())).isSameAs(SSL);
  }

  private void bindToComponent(String name, String text) {
    PropertyBindingSupport.build()
        .withMandatory(true)
        .withIgnoreCase(true)
        .withConfigurer(component().getComponentPropertyConfigurer())
        .bind(context, component(), name, text);
  }

  private Set<String> documented(String group) {
    Set<String> names = new TreeSet<>();
    catalog.path(group).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> names(String... others) {
    return Stream.concat(options().stream().map(Option::name), Stream.of(others))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
