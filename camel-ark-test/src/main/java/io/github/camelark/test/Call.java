// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on its way through the simulator. Used by one thread. */
final class Call {

  private final ApiRequest request;
  private final @Nullable Dialect dialect;
  private final @Nullable Account account;
  private final String requestId;
  private final SimulatorState state;

  /**
   * Takes null as the dialect if the path is no provider's, as the account if the key is none's.
   */
  Call(
      ApiRequest request,
      @Nullable Dialect dialect,
      @Nullable Account account,
      String requestId,
      SimulatorState state) {
    this.request = request;
    this.dialect = dialect;
    this.account = account;
    this.requestId = requestId;
    this.state = state;
  }

  /** Does what is asked for and returns the right answer, an error included. */
  SimulatedAnswer execute() {
    return dialect == null ? unknownPath(null) : execute(dialect);
  }

  /** Carries it out; a list that would succeed is answered without any data. */
  SimulatedAnswer executeWithoutData() {
    SimulatedAnswer answer = execute();
    Route route = dialect == null ? null : route(dialect);
    boolean listed = route != null && route.operation() == SimulatedOperation.LIST_FILES;
    return dialect != null && listed && answer.status() == 200
        ? SimulatedAnswer.json(200, dialect.page(new FilePage(List.of(), false), null))
        : answer;
  }

  /** Returns an error in the provider's words; without a body if the path belongs to none. */
  SimulatedAnswer error(ApiError error) {
    return dialect == null
        ? SimulatedAnswer.empty(error.status())
        : dialect.error(error, requestId);
  }

  private SimulatedAnswer execute(Dialect api) {
    Route route = route(api);
    if (route == null || !api.serves(route, request)) {
      return unknownPath(api);
    }
    if (account == null) {
      return error(ApiError.of(401, "The API key is missing or wrong."));
    }
    SimulatedOperation operation = route.operation();
    if (operation == null) {
      return error(ApiError.of(405, request.method() + " is not allowed here."));
    }
    Settings settings = state.settings();
    if (!state.rateLimiter().allows(account, operation, settings.requestsPerSecond())) {
      return tooManyRequests(settings.retryAfter());
    }
    return perform(api, account, operation, route.id());
  }

  /** Answers like a service that does not know the path. */
  SimulatedAnswer unknownRoute(UnknownRoute words) {
    return words.answer(request);
  }

  private SimulatedAnswer unknownPath(@Nullable Dialect api) {
    UnknownRoute words = state.settings().unknownRoutes();
    if (words != null) {
      return words.answer(request);
    }
    return api == null ? SimulatedAnswer.empty(404) : api.unknownRoute(request);
  }

  private @Nullable Route route(Dialect api) {
    return Route.of(request.method(), request.path().substring(api.basePath().length()));
  }

  private SimulatedAnswer tooManyRequests(@Nullable Duration retryAfter) {
    SimulatedAnswer answer = error(ApiError.of(429, "Too many requests per second."));
    return retryAfter == null
        ? answer
        : answer.with("Retry-After", String.valueOf(retryAfter.toSeconds()));
  }

  private SimulatedAnswer perform(
      Dialect api, Account account, SimulatedOperation operation, String id) {
    FileCalls files = new FileCalls(account.files(), api, state.settings());
    ResponseCalls responses = new ResponseCalls(account, api, state.settings());
    try {
      return switch (operation) {
        case LIST_FILES -> files.list(request.without(state.settings().ignoredParameters()));
        case UPLOAD_FILE -> files.upload(request.without(state.settings().ignoredParameters()));
        case FILE_CONTENT -> files.content(id);
        case RETRIEVE_FILE -> files.retrieve(id);
        case DELETE_FILE -> files.delete(id);
        case CREATE_RESPONSE -> responses.create(request);
        case RETRIEVE_RESPONSE -> responses.retrieve(id);
        case DELETE_RESPONSE -> responses.delete(id);
      };
    } catch (RefusedException refused) {
      return error(refused.error());
    }
  }
}
