// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.RouteTestSupport;
import org.apache.camel.spi.EndpointServiceLocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Camel shows of the address that an endpoint calls. */
class ServiceLocationTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "ark:files?operation=list, https://ark.cn-beijing.volces.com/api/v3, ark, files",
    "ark:responses?operation=delete, https://ark.cn-beijing.volces.com/api/v3, ark, responses",
    "ark:files?provider=openai, https://api.openai.com/v1, openai, files",
    "ark:files?provider=azure&baseUrl=https://name.openai.azure.com/,"
        + " https://name.openai.azure.com/openai, azure, files",
    "ark:files?baseUrl=https://gateway.example:8443/ark/v3,"
        + " https://gateway.example:8443/ark/v3, ark, files"
  })
  void containsAddressProviderAndResourceButNoKey(
      String uri, String url, String provider, String resource) {
    component().getConfiguration().setApiKey("fake-key");

    EndpointServiceLocation location =
        (EndpointServiceLocation)
            context.getEndpoint(uri + (uri.contains("?") ? "&" : "?") + "apiKey=fake-key");

    assertThat(location.getServiceUrl()).isEqualTo(url);
    assertThat(location.getServiceProtocol()).isEqualTo("http");
    assertThat(location.getServiceMetadata())
        .containsEntry("provider", provider)
        .containsEntry("resource", resource);
    assertThat(location.getServiceMetadata().toString()).doesNotContain("fake-key");
  }
}
