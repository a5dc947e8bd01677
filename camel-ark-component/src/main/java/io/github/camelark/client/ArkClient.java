// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.ApiResource;
import io.github.camelark.api.Content;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.dialect.Statuses;
import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.model.ArkObject;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.model.Processed;
import io.github.camelark.time.Time;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.ReplyStream;
import io.github.camelark.transport.Request;
import io.github.camelark.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final int MAX_ERROR_BYTES = 64 * 1024;
  private static final Statuses RESPONSE_STATUSES = Dialects.responseStatuses();

  private final Transport transport;
  private final Service service;
  private final RequestTargets targets;
  private final long callTimeoutNanos;
  private final long longCallTimeoutNanos;
  private final long maxResponseSize;
  private final Time time;
  private final ReplyErrors errors;
  private final KnownService known;

  /** Ids for {@code X-Client-Request-Id}: unique, not secret, cheap. */
  private final String requestIdPrefix =
      "ark-" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE) + "-";

  private final AtomicLong requests = new AtomicLong();

  /**
   * @param callTimeout the longest time for one call with all its attempts
   * @param longCallTimeout the same for a call that takes long
   * @param maxResponseSize how many bytes of a content may be held in memory
   * @param known what calls to the same address with the same key have taught
   */
  public ArkClient(
      Transport transport,
      Service service,
      Duration callTimeout,
      Duration longCallTimeout,
      long maxResponseSize,
      Time time,
      KnownService known) {
    this.transport = transport;
    this.service = service;
    this.targets = new RequestTargets(service.basePath(), service.apiVersion());
    this.callTimeoutNanos = callTimeout.toNanos();
    this.longCallTimeoutNanos = longCallTimeout.toNanos();
    this.maxResponseSize = maxResponseSize;
    this.time = time;
    this.errors = new ReplyErrors(service, transport::withoutTokens);
    this.known = known;
  }

  /**
   * Asks for one thing by its id.
   *
   * @param reader reads it
   */
  public <T extends ArkObject & Processed> ApiResult<T> retrieve(
      ApiOperation operation, String id, BodyReader<T> reader) {
    Expected<T> expected = new Expected<>(operation, reader, object -> id.equals(object.id()), id);
    Request request = request(operation, id, targets.byId(operation, id), expected);
    Reply reply = success(request, id, transport.execute(request), expected);
    T object = read(request, reply, expected);
    if (!object.id().equals(id)) {
      throw errors.anotherId(request, reply, object.id());
    }
    return answer(object, request, reply);
  }

  /**
   * Stores a file.
   *
   * @param filename what it is to be called: neither folders nor control characters
   * @param fields what the form has beside the file, in this order
   * @param file the content
   */
  public ApiResult<ArkFile> upload(String filename, Map<String, String> fields, Content file) {
    return post(
        ApiOperation.UPLOAD_FILE,
        filename,
        new UploadForm(fields, filename, file),
        ArkFile::fromJson);
  }

  /**
   * Lets a model generate a response.
   *
   * @param question the API's JSON
   * @throws ArkException also if the service answers with a response that has failed
   */
  public ApiResult<ArkResponse> createResponse(byte[] question) {
    ApiResult<ArkResponse> result =
        post(
            ApiOperation.CREATE_RESPONSE,
            null,
            Content.of("application/json", question),
            ArkResponse::fromJson);
    if (RESPONSE_STATUSES.isFailed(result.value().status())) {
      throw failedProcessing(
          ApiOperation.CREATE_RESPONSE, result.value(), null, result.requestId());
    }
    return result;
  }

  private <T extends ArkObject> ApiResult<T> post(
      ApiOperation operation, @Nullable String name, Content content, BodyReader<T> reader) {
    Expected<T> expected = new Expected<>(operation, reader, object -> true, null);
    Request request =
        request(operation, name, targets.all(operation), deadline(operation), expected, content);
    Reply reply = success(request, null, transport.execute(request), expected);
    return answer(read(request, reply, expected), request, reply);
  }

  /**
   * Asks for the content of a file, which is still to be read.
   *
   * @throws ArkException also if a small reply is an error of the API in a success, or a page
   */
  public ApiResult<FileContent> content(String id) {
    ApiOperation operation = ApiOperation.FILE_CONTENT;
    Expected<ArkFile> expected = new Expected<>(operation, ArkFile::fromJson, file -> true, id);
    Request request =
        request(operation, id, targets.byId(operation, id), deadline(operation), expected, null);
    Reply reply = success(request, id, transport.execute(request), expected);
    ReplyStream stream = Objects.requireNonNull(reply.stream(), "stream");
    String type = stream.type() == null ? "" : stream.type().toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html")) {
      stream.close();
      throw errors.unreadable(request, reply, new IOException("it is a page"));
    }
    InputStream content =
        type.contains("json") && stream.length() >= 0 && stream.length() <= MAX_ERROR_BYTES
            ? withoutError(stream, request, reply)
            : stream;
    return answer(
        new FileContent(content, stream.type(), stream.length(), maxResponseSize, stream::keepTime),
        request,
        reply);
  }

  /** A gateway may answer an error with status 200; it must not pass for the content of a file. */
  private InputStream withoutError(ReplyStream stream, Request request, Reply reply) {
    try (stream) {
      byte[] json = stream.readAllBytes();
      ErrorInSuccess.refuseContent(json);
      return new ByteArrayInputStream(json);
    } catch (IOException e) {
      throw errors.unreadable(request, reply, e);
    }
  }

  /** {@code GET /files}: one page. */
  public ApiResult<ArkFilePage> listFiles(FileQuery query) {
    return listFiles(query, time.nanos() + callTimeoutNanos);
  }

  private ApiResult<ArkFilePage> listFiles(FileQuery query, long deadline) {
    Expected<ArkFilePage> expected =
        new Expected<>(ApiOperation.LIST_FILES, ArkClient::readPage, page -> true, query.after());
    Request request =
        request(ApiOperation.LIST_FILES, null, targets.files(query), deadline, expected, null);
    Reply reply = success(request, query.after(), transport.execute(request), expected);
    ArkFilePage page = read(request, reply, expected);
    return answer(page, request, reply);
  }

  /**
   * Deletes one thing by its id.
   *
   * <p>A 404 after an attempt that may have been executed means that this attempt did it, if it has
   * no body or one of the API's: the service has nothing left to describe. A page of something else
   * means nothing, least of all in the trouble in which answers are lost.
   */
  public ApiResult<ArkDeletion> delete(ApiOperation operation, String id) {
    String object = operation.resource().object();
    Expected<ArkDeletion> expected =
        new Expected<>(
            operation,
            json -> DeletionBody.read(json, id, object),
            deletion -> deletion.id() == null || id.equals(deletion.id()),
            id);
    Request request = request(operation, id, targets.byId(operation, id), expected);
    Reply reply = transport.execute(request);
    refuseReplyToAnother(request, reply, expected);
    Meaning meaning = expected.meaning(reply);
    if (reply.afterPossibleExecution() && meaning.row().isOfSomethingMissing()) {
      if (meaning.row() == ReplyRow.WRONG_ADDRESS
          || !(meaning.isOfTheApi() || DeletionBody.isBlank(reply.body()))) {
        throw errors.toException(request, reply, meaning.as(ReplyRow.MISSING_AFTER_LOSS));
      }
      return withRequestId(
          ArkDeletion.of(id, object, ArkDeletion.Outcome.ALREADY_GONE), request, reply);
    }
    success(request, id, reply, expected);
    ArkDeletion deletion = read(request, reply, expected);
    if (deletion.id() != null && !deletion.id().equals(id)) {
      throw errors.anotherId(request, reply, deletion.id());
    }
    return answer(deletion, request, reply);
  }

  /**
   * What to fail with for a file or response that the service could not process.
   *
   * @param details what else the service says of it; null for nothing
   * @param requestId the id of the request that told of it
   */
  public ArkException failedProcessing(
      ApiOperation operation, Processed failed, @Nullable String details, String requestId) {
    return errors.failedProcessing(operation, failed, details, requestId);
  }

  /** Whether lists come in pages. */
  public boolean hasPages() {
    return service.dialect().hasPages();
  }

  /** What keeps files of other purposes from a list. */
  public PurposeCheck purposes() {
    return known.purposes();
  }

  /** A text of the server as it may be logged: short, on one line, without the API key. */
  String printable(@Nullable String text) {
    return errors.clean(text, MAX_LOGGED_CHARACTERS);
  }

  private Request request(
      ApiOperation operation, @Nullable String id, String target, Expected<?> expected) {
    return request(operation, id, target, deadline(operation), expected, null);
  }

  private Request request(
      ApiOperation operation,
      @Nullable String id,
      String target,
      long deadline,
      Expected<?> expected,
      @Nullable Content content) {
    String requestId = requestIdPrefix + requests.incrementAndGet();
    return new Request(
        operation,
        id,
        service.origin(),
        target,
        service.apiKey(),
        requestId,
        deadline,
        expected,
        content,
        operation.isStreamed());
  }

  private long deadline(ApiOperation operation) {
    return time.nanos() + (operation.takesLong() ? longCallTimeoutNanos : callTimeoutNanos);
  }

  /**
   * @param named the id that the call named, which may be missing; null if it named none
   */
  private Reply success(
      Request request, @Nullable String named, Reply reply, Expected<?> expected) {
    Meaning meaning = expected.meaning(reply);
    if (meaning.row() == ReplyRow.SUCCESS) {
      return reply;
    }
    refuseReplyToAnother(request, reply, expected);
    if (named != null
        && meaning.row() == ReplyRow.MISSING_OR_WRONG_ADDRESS
        && isEvidentlyAbout(named, meaning, request)) {
      meaning = meaning.as(ReplyRow.MISSING);
    }
    throw errors.toException(request, reply, meaning);
  }

  /** What is missing by the reply to another call says nothing about what was asked for. */
  private void refuseReplyToAnother(Request request, Reply reply, Expected<?> expected) {
    String other = expected.anotherId(reply);
    if (other != null) {
      throw errors.anotherId(request, reply, other);
    }
  }

  private boolean isEvidentlyAbout(String named, Meaning meaning, Request request) {
    if (meaning.error() == null || !meaning.isOfTheApi()) {
      return false;
    }
    ApiResource resource = request.operation().resource();
    return known.address().hasAnswered(resource)
        || Evidence.isAbout(named, meaning.error())
        || (maySeeIfItAnswers(request.operation())
            && known
                .address()
                .answers(
                    resource, request.deadline(), deadline -> listFiles(FileQuery.ONE, deadline)));
  }

  /** By a list of one file: responses have no list, and where there is no limit it is all files. */
  private boolean maySeeIfItAnswers(ApiOperation operation) {
    return operation != ApiOperation.LIST_FILES
        && operation.resource() == ApiResource.FILES
        && hasPages();
  }

  private <T> T read(Request request, Reply reply, Expected<T> expected) {
    try {
      return expected.read(reply);
    } catch (IOException e) {
      throw errors.unreadable(request, reply, e);
    }
  }

  private static ArkFilePage readPage(byte[] json) throws IOException {
    ArkFilePage page = ArkFilePage.fromJson(json);
    if (page.data().isEmpty() && page.unreadable().isEmpty()) {
      ErrorInSuccess.refuse(json, "list");
    }
    return page;
  }

  private <T> ApiResult<T> answer(T value, Request request, Reply reply) {
    known.address().answered(request.operation().resource());
    return withRequestId(value, request, reply);
  }

  private static <T> ApiResult<T> withRequestId(T value, Request request, Reply reply) {
    String serverId = reply.requestId();
    return new ApiResult<>(value, serverId == null ? request.requestId() : serverId, reply.date());
  }
}
