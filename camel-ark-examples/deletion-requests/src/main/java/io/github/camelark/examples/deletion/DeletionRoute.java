// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static java.util.Objects.requireNonNull;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes one {@link DeletionRequest}, the body, and answers with its {@link Receipt}, once that
 * is stored. Failures that a retry may fix are thrown, see {@link Recovery}; so is {@link
 * InvalidRequestException}. The header {@code arkAttempt} may say which attempt it is.
 */
public final class DeletionRoute extends RouteBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(DeletionRoute.class);
  private static final String REQUEST = "deletionRequest";

  private final ReceiptStore receipts;
  private final DeletionPolicy policy;
  private final boolean guard;

  /**
   * @param policy what may be deleted
   * @param guard whether a file is checked before it is deleted. Without it anyone who can send a
   *     request can delete any file; the policy still decides about model responses
   */
  public DeletionRoute(ReceiptStore receipts, DeletionPolicy policy, boolean guard) {
    this.receipts = requireNonNull(receipts, "receipts");
    this.policy = requireNonNull(policy, "policy");
    this.guard = guard;
  }

  @Override
  public void configure() {
    if (!guard) {
      LOG.warn("The guard is off: anyone who can send a request can delete any file");
    }
    // the adapter decides what happens to a request that is thrown
    errorHandler(noErrorHandler());

    execute();
    deleteFile();
    deleteResponse();
  }

  private void execute() {
    from("direct:execute-deletion")
        .routeId("execute-deletion")
        .removeHeaders("Camel*")
        .setProperty(REQUEST, body())
        .bean(receipts, "sendAgain")
        .description("find the receipt of the request, to be sent again")
        .filter(body().isNull())
        .description("not finished before?")
        .doTry()
        .choice()
        .when(exchange -> request(exchange).kind() == ResourceKind.FILE)
        .description("a file?")
        .to("direct:delete-file")
        .otherwise()
        .to("direct:delete-response")
        .end()
        .endDoTry()
        .doCatch(ArkNotFoundException.class)
        .setBody(constant(Result.ALREADY_GONE))
        .description("already gone")
        .doCatch(ArkException.class)
        .onWhen(exchange -> !Recovery.isPossible(exchange.getException()))
        .setBody(DeletionRoute::failed)
        .description("failed, if no retry can help")
        .end()
        .setBody(this::store)
        .description("store outcome and receipt");
  }

  private void deleteFile() {
    from("direct:delete-file")
        .routeId("delete-file")
        .setHeader(ArkConstants.FILE_ID, simple("${exchangeProperty.deletionRequest.id}"))
        .description("the id, in a header")
        .choice()
        .when(exchange -> guard)
        .description("guard on?")
        .to("ark:files?operation=retrieve")
        .bean(policy, "refusalOf")
        .description("ask the policy about purpose and file name")
        .end()
        .choice()
        .when(body().isNull())
        .description("allowed?")
        .to("ark:files?operation=delete&ignoreMissing=true")
        .transform()
        .body(ArkDeletion.class, Result::of)
        .description("outcome")
        .otherwise()
        .transform()
        .body(String.class, Result::refused)
        .description("refused");
  }

  private void deleteResponse() {
    from("direct:delete-response")
        .routeId("delete-response")
        .setHeader(ArkConstants.RESPONSE_ID, simple("${exchangeProperty.deletionRequest.id}"))
        .description("the id, in a header")
        .choice()
        .when(exchange -> policy.responses())
        .description("does the policy allow responses?")
        .to("ark:responses?operation=delete&ignoreMissing=true")
        .transform()
        .body(ArkDeletion.class, Result::of)
        .description("outcome")
        .otherwise()
        .setBody(constant(Result.refused("the policy does not allow model responses")))
        .description("refused");
  }

  private Receipt store(Exchange exchange) {
    Result result = exchange.getMessage().getBody(Result.class);
    int attempts = exchange.getMessage().getHeader("arkAttempt", 1, Integer.class);
    return receipts.store(request(exchange), result, attempts);
  }

  private static DeletionRequest request(Exchange exchange) {
    return requireNonNull(exchange.getProperty(REQUEST, DeletionRequest.class));
  }

  private static Result failed(Exchange exchange) {
    return Result.failed(
        requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
  }
}
