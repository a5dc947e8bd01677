// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.BodyReader;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.dialect.Statuses;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkObject;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.model.Processed;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Does what is done to one thing that the message names: the body becomes what the API answers.
 *
 * @param <T> what the API answers
 */
final class OperationById<T extends ArkObject> implements Operation {

  /** What calls that are no deletions bring, a row each. */
  private static final Map<ApiOperation, Retrieval<?>> RETRIEVALS =
      Map.of(
          ApiOperation.RETRIEVE_FILE,
          new Retrieval<>(ArkFile::fromJson, FileHeaders::set, Dialects.fileStatuses()),
          ApiOperation.RETRIEVE_RESPONSE,
          new Retrieval<>(
              ArkResponse::fromJson, ResponseHeaders::set, Dialects.responseStatuses()));

  /**
   * How an answer is read, and what the message says of it.
   *
   * @param headers sets the headers
   * @param statuses the words for how far it is
   */
  private record Retrieval<T extends ArkObject & Processed>(
      BodyReader<T> reader, BiConsumer<Message, T> headers, Statuses statuses) {

    OperationById<T> operation(
        ApiOperation operation,
        ArkClient client,
        MessageOptions options,
        @Nullable Duration awaitTimeout,
        Time time) {
      Function<String, ApiResult<T>> ask = id -> client.retrieve(operation, id, reader);
      if (awaitTimeout == null) {
        return new OperationById<>(operation, options, (id, exchange) -> ask.apply(id), headers);
      }
      Await<T> await = new Await<>(operation, client, statuses, awaitTimeout, time);
      return new OperationById<>(
          operation, options, (id, exchange) -> await.ask(ask, id, exchange), headers);
    }
  }

  private final ApiOperation operation;
  private final MessageOptions options;
  private final BiFunction<String, Exchange, ApiResult<T>> call;
  private final BiConsumer<Message, T> headers;

  private OperationById(
      ApiOperation operation,
      MessageOptions options,
      BiFunction<String, Exchange, ApiResult<T>> call,
      BiConsumer<Message, T> headers) {
    this.operation = operation;
    this.options = options;
    this.call = call;
    this.headers = headers;
  }

  static OperationById<?> of(
      ApiOperation operation,
      ArkClient client,
      MessageOptions options,
      CallOptions defaults,
      Time time) {
    if (!operation.isDeletion()) {
      return Objects.requireNonNull(RETRIEVALS.get(operation), operation::name)
          .operation(operation, client, options, defaults.awaitTimeout(), time);
    }
    return new OperationById<ArkDeletion>(
        operation,
        options,
        defaults.ignoreMissing()
            ? (id, exchange) -> deleteOrFindGone(operation, client, id)
            : (id, exchange) -> client.delete(operation, id),
        OperationById::setDeletion);
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    String id = options.id(operation, message);
    ApiResult<T> result = call.apply(id, exchange);
    message.setBody(result.value());
    headers.accept(message, result.value());
    FileHeaders.setRequestId(message, result.requestId());
    message.setHeader(options.idHeader(), id);
  }

  private static void setDeletion(Message message, ArkDeletion deletion) {
    message.setHeader(ArkConstants.DELETED, deletion.deleted());
    message.setHeader(ArkConstants.DELETION_OUTCOME, deletion.outcome().name());
  }

  private static ApiResult<ArkDeletion> deleteOrFindGone(
      ApiOperation operation, ArkClient client, String id) {
    try {
      return client.delete(operation, id);
    } catch (ArkNotFoundException e) {
      return new ApiResult<>(
          ArkDeletion.of(id, operation.resource().object(), ArkDeletion.Outcome.ALREADY_GONE),
          String.valueOf(e.requestId()),
          null);
    }
  }
}
