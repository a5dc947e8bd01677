// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.BodyReader;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkObject;
import io.github.camelark.model.ArkResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

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
          new Retrieval<>(ArkFile::fromJson, ArkFile::id, FileHeaders::set),
          ApiOperation.RETRIEVE_RESPONSE,
          new Retrieval<>(ArkResponse::fromJson, ArkResponse::id, ResponseHeaders::set));

  /**
   * How an answer is read, and what the message says of it.
   *
   * @param idOf its id, to be compared with what was asked for
   * @param headers sets the headers
   */
  private record Retrieval<T extends ArkObject>(
      BodyReader<T> reader, Function<T, String> idOf, BiConsumer<Message, T> headers) {

    OperationById<T> operation(ApiOperation operation, ArkClient client, MessageOptions options) {
      return new OperationById<>(
          operation, options, id -> client.retrieve(operation, id, reader, idOf), headers);
    }
  }

  private final ApiOperation operation;
  private final MessageOptions options;
  private final Function<String, ApiResult<T>> call;
  private final BiConsumer<Message, T> headers;

  private OperationById(
      ApiOperation operation,
      MessageOptions options,
      Function<String, ApiResult<T>> call,
      BiConsumer<Message, T> headers) {
    this.operation = operation;
    this.options = options;
    this.call = call;
    this.headers = headers;
  }

  /**
   * @param ignoreMissing whether deleting something that is missing is a success
   */
  static OperationById<?> of(
      ApiOperation operation, ArkClient client, MessageOptions options, boolean ignoreMissing) {
    if (!operation.isDeletion()) {
      return Objects.requireNonNull(RETRIEVALS.get(operation), operation::name)
          .operation(operation, client, options);
    }
    return new OperationById<ArkDeletion>(
        operation,
        options,
        ignoreMissing
            ? id -> deleteOrFindGone(operation, client, id)
            : id -> client.delete(operation, id),
        OperationById::setDeletion);
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    String id = options.id(operation, message);
    ApiResult<T> result = call.apply(id);
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
