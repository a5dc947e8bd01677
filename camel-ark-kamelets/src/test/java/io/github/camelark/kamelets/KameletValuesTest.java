// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A property of a Kamelet is one value, whatever is in it. */
class KameletValuesTest extends KameletTestSupport {

  private static final SimulatedProvider PROVIDER = SimulatedProvider.ARK;
  private static final String PROXY = "http.proxyHost=127.0.0.1&http.proxyPort=1";

  /** What would end a value, or a quotation around it, if it were only put between others. */
  private static final List<String> HOSTILE =
      List.of(
          "x&" + PROXY,
          "x)&" + PROXY,
          "x}&" + PROXY,
          "RAW(x)&" + PROXY,
          "RAW{x}&" + PROXY,
          "x)&" + PROXY + "&y=RAW(",
          "x)&y}&" + PROXY,
          "x%26http.proxyHost%3D127.0.0.1%26http.proxyPort%3D1",
          "x)%26http.proxyHost%3D127.0.0.1%26http.proxyPort%3D1",
          "x?" + PROXY,
          "x#" + PROXY);

  @ParameterizedTest
  @MethodSource("propertiesAndHostileValues")
  void setsNoOtherOption(String kamelet, String property, String value) throws Exception {
    configure(kamelet, PROVIDER);
    set(kamelet, property, value);

    Throwable failure = catchThrowable(() -> startAny(kamelet));

    assertThat(context.getEndpoints())
        .filteredOn(ArkEndpoint.class::isInstance)
        .allSatisfy(
            endpoint ->
                assertThat(((ArkEndpoint) endpoint).getConfiguration().getHttpOptions()).isEmpty());
    if (failure != null) {
      assertThat(Throwables.getStackTrace(failure)).doesNotContain(simulator().apiKey(PROVIDER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b", "a b", "a%2Bb", "a&b=c", "a)", "a)&b", "a}&b", "RAW(a)", "ü"})
  void arrivesAsItIs(String purpose) throws Exception {
    simulator().addFile(PROVIDER, SimulatedFile.named("this.pdf").withPurpose(purpose));
    simulator().addFile(PROVIDER, SimulatedFile.named("other.pdf").withPurpose("other"));
    set("ark-files-list-action", "purpose", purpose);
    start("ark-files-list-action", PROVIDER);

    String listed = send(null).getMessage().getBody(String.class);

    assertThat(listed).contains("this.pdf").doesNotContain("other.pdf");
  }

  @Test
  void thatWouldEndBothQuotationsStopsTheStart() {
    set("ark-files-list-action", "purpose", "a)&b}&c");

    Throwable failure = catchThrowable(() -> start("ark-files-list-action", PROVIDER));

    assertThat(Throwables.getStackTrace(failure)).contains("with both )& and }& in it");
  }

  @Test
  void ofTwoRoutesAreTwo() throws Exception {
    configure("ark-files-list-action", PROVIDER);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").to("kamelet:ark-files-list-action?purpose=first");
            from("direct:second").to("kamelet:ark-files-list-action?purpose=second");
          }
        });
    context.start();

    send(null);
    context.createProducerTemplate().sendBody("direct:second", null);

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("purpose=first", "purpose=second");
  }

  @ParameterizedTest
  @MethodSource("io.github.camelark.kamelets.KameletRulesTest#kamelets")
  void ofTheKeyMayBeTheComponents(KameletFile kamelet) throws Exception {
    ArkComponent component = context.getComponent("ark", ArkComponent.class);
    SimulatedProvider provider =
        kamelet.name().contains("content") ? SimulatedProvider.OPENAI : PROVIDER;
    String name = provider.name().toLowerCase(Locale.ROOT);
    component.getConfiguration().setProvider(name);
    component.getConfiguration().setApiKey(simulator().apiKey(provider));
    component.getConfiguration().setBaseUrl(simulator().baseUrl(provider));
    set(kamelet.name(), "provider", name);

    startAny(kamelet.name());

    assertThat(context.getEndpoints())
        .filteredOn(ArkEndpoint.class::isInstance)
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.getEndpointUri()).doesNotContain("apiKey");
              assertThat(((ArkEndpoint) endpoint).getConfiguration().getApiKey())
                  .isEqualTo(simulator().apiKey(provider));
            });
  }

  static Stream<Arguments> propertiesAndHostileValues() throws Exception {
    return KameletFile.ours().stream()
        .flatMap(
            kamelet ->
                kamelet.properties().keySet().stream()
                    .flatMap(
                        property ->
                            HOSTILE.stream()
                                .map(value -> Arguments.of(kamelet.name(), property, value))));
  }
}
