// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.ArkComponent;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkRequestException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Timeout;

/** Sends messages to endpoints and returns the results or the failures. */
@Timeout(60)
public abstract class RouteTestSupport extends ArkTestSupport {

  public ArkComponent component() {
    return context.getComponent("ark", ArkComponent.class);
  }

  /** Sends a message that must succeed, and gives the answer. */
  public Message call(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage();
  }

  public Message call(String uri) {
    return call(uri, null, Map.of());
  }

  /** Sends a message that must fail with this exception and no other. */
  public <E extends ArkException> E failure(
      Class<E> type, String uri, Object body, Map<String, Object> headers) {
    Exception exception = send(uri, body, headers).getException();
    assertThat(exception).isExactlyInstanceOf(type);
    return type.cast(exception);
  }

  /** Sends a message that must be refused before anything is sent. */
  public ArkRequestException refusal(String uri, Object body, Map<String, Object> headers) {
    ArkRequestException refusal = failure(ArkRequestException.class, uri, body, headers);
    assertThat(simulator().journal()).isEmpty();
    return refusal;
  }

  /** Why a producer cannot start, which must be known without a request. */
  public IllegalArgumentException startFailure(String uri) {
    Throwable failure = catchThrowable(() -> start(uri));
    assertThat(failure).as("failure to start %s", uri).isNotNull();
    assertThat(simulator().journal()).isEmpty();
    return illegalArgument(failure);
  }

  /** Why a route with this producer cannot start. */
  public IllegalArgumentException routeFailure(String uri) {
    return illegalArgument(
        catchThrowable(
            () ->
                context.addRoutes(
                    new RouteBuilder() {
                      @Override
                      public void configure() {
                        from("direct:start").to(uri);
                      }
                    })));
  }

  public static IllegalArgumentException illegalArgument(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException illegalArgument) {
        return illegalArgument;
      }
    }
    throw new AssertionError("no IllegalArgumentException in the cause chain", failure);
  }
}
