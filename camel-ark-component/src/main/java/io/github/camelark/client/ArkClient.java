// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.Request;
import io.github.camelark.transport.Time;
import io.github.camelark.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The Files and Responses APIs. Every method makes one call, which fails with exactly one {@link
 * ArkException}. Ids must have been checked: they are encoded, not judged. Thread-safe.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1870406">Ark Files API</a>
 */
public final class ArkClient {

  private static final int MAX_LOGGED_CHARACTERS = 200;

  private final Transport transport;
  private final Service service;
  private final RequestTargets targets;
  private final long callTimeoutNanos;
  private final Time time;
  private final ReplyErrors errors;

  /** Ids for {@code X-Client-Request-Id}: unique, not secret, cheap. */
  private final String requestIdPrefix =
      "ark-" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE) + "-";

  private final AtomicLong requests = new AtomicLong();
  private final PurposeCheck purposes;

  /**
   * @param callTimeout the longest time for one call with all its attempts
   * @param purposes what keeps files of other purposes from a list
   */
  public ArkClient(
      Transport transport,
      Service service,
      Duration callTimeout,
      Time time,
      PurposeCheck purposes) {
    this.transport = transport;
    this.service = service;
    this.targets = new RequestTargets(service.basePath(), service.apiVersion());
    this.callTimeoutNanos = callTimeout.toNanos();
    this.time = time;
    this.purposes = purposes;
    this.errors = new ReplyErrors(service.dialect(), service.apiKey());
  }

  /** {@code GET /files/{id}}. */
  public Answer<ArkFile> retrieveFile(String id) {
    Expected<ArkFile> expected = new Expected<>(ArkFile::fromJson, file -> id.equals(file.id()));
    Request request = request(ApiOperation.RETRIEVE_FILE, id, targets.file(id), expected);
    Reply reply = success(request, transport.execute(request));
    ArkFile file = read(request, reply, expected);
    if (!file.id().equals(id)) {
      throw errors.anotherId(request, reply, file.id());
    }
    return answer(file, request, reply);
  }

  /** {@code GET /files}: one page. */
  public Answer<ArkFilePage> listFiles(FileQuery query) {
    Expected<ArkFilePage> expected = new Expected<>(ArkFilePage::fromJson, page -> true);
    Request request = request(ApiOperation.LIST_FILES, null, targets.files(query), expected);
    Reply reply = success(request, transport.execute(request));
    ArkFilePage page = read(request, reply, expected);
    return new Answer<>(page, requestId(request, reply), reply.date());
  }

  /** {@code DELETE /files/{id}}. */
  public Answer<ArkDeletion> deleteFile(String id) {
    return delete(ApiOperation.DELETE_FILE, targets.file(id), id, "file");
  }

  /** {@code DELETE /responses/{id}}. */
  public Answer<ArkDeletion> deleteResponse(String id) {
    return delete(ApiOperation.DELETE_RESPONSE, targets.response(id), id, "response");
  }

  /** What keeps files of other purposes from a list. */
  public PurposeCheck purposes() {
    return purposes;
  }

  /** A text of the server as it may be logged: short, on one line, without the API key. */
  String printable(@Nullable String text) {
    return errors.clean(text, MAX_LOGGED_CHARACTERS);
  }

  /**
   * A 404 after a try whose answer was lost means that this try did it, with a body or without: the
   * service has nothing left to describe.
   */
  private Answer<ArkDeletion> delete(
      ApiOperation operation, String target, String id, String object) {
    Expected<ArkDeletion> expected =
        new Expected<>(
            json ->
                isBlank(json)
                    ? ArkDeletion.of(id, object, ArkDeletion.Outcome.DELETED)
                    : ArkDeletion.fromJson(json),
            deletion -> deletion.id() == null || id.equals(deletion.id()));
    Request request = request(operation, id, target, expected);
    Reply reply = transport.execute(request);
    if (reply.status() == 404 && reply.afterLostAnswer()) {
      return answer(ArkDeletion.of(id, object, ArkDeletion.Outcome.ALREADY_GONE), request, reply);
    }
    success(request, reply);
    ArkDeletion deletion = read(request, reply, expected);
    if (deletion.id() != null && !deletion.id().equals(id)) {
      throw errors.anotherId(request, reply, deletion.id());
    }
    return answer(deletion, request, reply);
  }

  private Request request(
      ApiOperation operation, @Nullable String id, String target, Expected<?> expected) {
    String requestId = requestIdPrefix + requests.incrementAndGet();
    return new Request(
        operation,
        id,
        service.origin(),
        target,
        service.apiKey(),
        requestId,
        time.nanos() + callTimeoutNanos,
        expected);
  }

  private Reply success(Request request, Reply reply) {
    if (reply.isSuccess()) {
      return reply;
    }
    throw errors.toException(request, reply);
  }

  private <T> T read(Request request, Reply reply, Expected<T> expected) {
    try {
      return expected.read(reply);
    } catch (IOException e) {
      throw errors.unreadable(request, reply, e);
    }
  }

  private static <T> Answer<T> answer(T value, Request request, Reply reply) {
    return new Answer<>(value, requestId(request, reply), null);
  }

  private static String requestId(Request request, Reply reply) {
    String serverId = reply.requestId();
    return serverId == null ? request.requestId() : serverId;
  }

  private static boolean isBlank(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
