// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.support.RouteTestSupport;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong option is refused at start; the error names the option and the fix. */
class BadOptionTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "fileId=., fileId, must be an id",
    "fileId=.., fileId, must be an id",
    "fileId=RAW( ), fileId, blank",
    "limit=0, limit, from 1 to 100",
    "limit=-1, limit, from 1 to 100",
    "limit=101, limit, from 1 to 100",
    "limit=10001&provider=openai, limit, from 1 to 10000",
    "order=sideways, order, asc or desc",
    "order=ASC, order, asc or desc",
    "operation=uplaod, operation, 'retrieve or list or upload or delete'",
    "operation=Delete, operation, 'retrieve or list or upload or delete'",
    "operation=RAW( ), operation, 'retrieve or list or upload or delete'",
    "provider=aws, provider, 'ark, azure, openai'",
    "provider=Ark, provider, 'ark, azure, openai'",
    "maxResults=-1, maxResults, at least 0",
    "maxRetries=-1, maxRetries, at least 0",
    "maxConnections=0, maxConnections, at least 1",
    "maxResponseSize=0, maxResponseSize, at least 1",
    "connectTimeout=0, connectTimeout, at least 1ms",
    "responseTimeout=0, responseTimeout, at least 1ms",
    "callTimeout=0, callTimeout, at least 1ms",
    "callTimeout=-1, callTimeout, at least 1ms",
    "retryDelay=-1, retryDelay, not be negative",
    "maxRetryDelay=-1, maxRetryDelay, not be negative",
    "maxRetryAfter=-1, maxRetryAfter, not be negative",
    "requestsPerSecond=-1, requestsPerSecond, 0 (no limit)",
    "requestsPerSecond=NaN, requestsPerSecond, a number",
    "requestsPerSecond=Infinity, requestsPerSecond, a number",
    "maxResults=10O, maxResults, a number",
    "maxRetries=two, maxRetries, a number",
    "limit=abc, limit, a number",
    "maxRetryAfter=soon, maxRetryAfter, a duration",
    "callTimeout=200000d, callTimeout, 30 days",
    "http.proxyHots=proxy.example, http.proxyHots, proxyHost",
    "http.followRedirects=true, http.followRedirects, passed on",
    "http.cookieHandler=x, http.cookieHandler, passed on",
    "http.bridgeEndpoint=true, http.bridgeEndpoint, passed on"
  })
  void isRefusedAtStart(String options, String option, String fix) {
    IllegalArgumentException failure = startFailure("ark:files?apiKey=fake-key&" + options);

    assertThat(failure).hasMessageContainingAll(option, fix);
  }

  @ParameterizedTest
  @CsvSource({
    "files?operation=retreive, operation, 'retrieve or list or upload or delete'",
    "responses?operation=list, operation, delete",
    "file?operation=list, ark:file, 'files, responses'",
    "Files?operation=list, ark:Files, 'files, responses'",
    "files/file-1?operation=list, ark:files/file-1, 'files, responses'"
  })
  void isRefusedIfResourceOrOperationIsUnknown(String uri, String named, String fix) {
    IllegalArgumentException failure = startFailure("ark:" + uri + "&apiKey=fake-key");

    assertThat(failure).hasMessageContainingAll(named, fix);
  }

  @Test
  void isRefusedIfAzureHasNoAddress() {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&provider=azure&apiKey=fake-key");

    assertThat(failure)
        .hasMessageContainingAll("baseUrl is required", "azure", "https://name.openai.azure.com");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=many, limit",
    "paging=sideways, paging",
    "ignoreMissing=perhaps, ignoreMissing",
    "callTimeout=soon, callTimeout",
    "maxRetries=many, maxRetries"
  })
  void isRefusedIfItsTypeIsWrong(String option, String name) {
    Throwable failure =
        catchThrowable(
            () -> context.getEndpoint("ark:files?apiKey=fake-key&operation=list&" + option));

    assertThat(failure)
        .isInstanceOf(ResolveEndpointFailedException.class)
        .hasMessageContaining(name);
  }

  @Test
  void isRefusedIfItDoesNotExist() {
    Throwable failure =
        catchThrowable(
            () -> context.getEndpoint("ark:files?operation=list&apiKey=fake-key&lmit=5"));

    assertThat(failure).hasMessageContaining("lmit");
  }

  @Test
  void stopsARouteFromStarting() {
    IllegalArgumentException failure = routeFailure(ark("files?operation=list&limit=101"));

    assertThat(failure).hasMessageContainingAll("limit", "from 1 to 100");
    assertThat(simulator().journal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http.oauth2ClientId=c, http.oauth2ClientSecret",
    "http.oauth2ClientId=c&http.oauth2ClientSecret=fake-secret, http.oauth2TokenEndpoint",
    "http.oauth2Scope=s, http.oauth2ClientId",
    "'http.oauth2ClientId=c&http.oauth2ClientSecret=fake-secret&http.oauth2TokenEndpoint=http://login.example',"
        + " https://"
  })
  void isRefusedIfOAuth2IsIncomplete(String options, String fix) {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&baseUrl=https://ark.example/api/v3&" + options);

    assertThat(failure).hasMessageContainingAll("http.oauth2", fix);
  }

  @Test
  void isRefusedIfAnAccessTokenWouldBeSentUnencrypted() {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&baseUrl=http://127.0.0.1/api/v3&http.oauth2ClientId=c"
                + "&http.oauth2ClientSecret=fake-secret&http.oauth2TokenEndpoint=https://login.example");

    assertThat(failure).hasMessageContainingAll("baseUrl", "https://", "OAuth 2.0");
  }
}
