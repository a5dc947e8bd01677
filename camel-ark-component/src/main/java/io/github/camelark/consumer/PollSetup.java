// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.time.Time;
import java.util.function.BiFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer works with.
 *
 * @param messages makes the message of a file and of the id of the request that listed it
 * @param memory what consumers remember of files
 * @param exceptionHandler receives what cannot be given to a route
 */
public record PollSetup(
    Endpoint endpoint,
    ConsumerOptions options,
    ArkClient client,
    Time time,
    BiFunction<ArkFile, @Nullable String, Message> messages,
    ConsumerMemory memory,
    ExceptionHandler exceptionHandler) {

  CamelContext context() {
    return endpoint.getCamelContext();
  }

  /** The exchange that expressions see a file in. */
  Exchange exchange(ArkFile file) {
    Exchange exchange = endpoint.createExchange();
    exchange.setIn(messages.apply(file, null));
    return exchange;
  }
}
