// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

/**
 * How gateways report a failed call in a reply with status 200. For tests that none of these is
 * taken for an empty list or a deletion. See {@link SimulatedFault#errorInOk}.
 */
public enum ErrorInOk {
  /** The object that OpenAI and Ark send with an error's status. */
  ERROR_OBJECT(
      "{'error':{'code':'InternalServiceError','message':'A simulated fault.','param':'',"
          + "'type':'InternalServerError'}}"),
  /** {@code error} is a text. */
  ERROR_TEXT("{'error':'A simulated fault.','data':[]}"),
  /** {@code error} is true. */
  ERROR_TRUE("{'error':true,'message':'A simulated fault.','data':null}"),
  /** {@code success} is false. */
  SUCCESS_FALSE("{'success':false,'message':'A simulated fault.','data':null}"),
  /** {@code object} is {@code error}, as of FastChat. */
  OBJECT_ERROR("{'object':'error','message':'A simulated fault.','code':50001}"),
  /** An {@code Error} in Volcengine's {@code ResponseMetadata}. */
  RESPONSE_METADATA(
      "{'ResponseMetadata':{'RequestId':'0217','Error':{'Code':'InternalError','Message':'A"
          + " simulated fault.'}}}"),
  /** A numeric {@code code} that does not mean success. */
  CODE("{'code':401,'msg':'A simulated fault.','data':null}"),
  /** A {@code code} that is a text. */
  CODE_TEXT("{'code':'Unauthorized','data':[]}"),
  /** Nothing but a {@code message}. */
  MESSAGE("{'message':'A simulated fault.'}"),
  /** Nothing but a {@code msg}. */
  MSG("{'msg':'A simulated fault.','data':[]}"),
  /** Nothing but a {@code detail}, as of FastAPI. */
  DETAIL("{'detail':'A simulated fault.'}");

  private final String body;

  ErrorInOk(String body) {
    this.body = body.replace('\'', '"');
  }

  SimulatedAnswer answer() {
    return SimulatedAnswer.of(200, "application/json", body);
  }
}
