// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reply as a service sends it, to be spoilt: the samples of the API documents, the simulator's,
 * and those of gateways. Immutable.
 *
 * @param name the name of its resource
 * @param headers without those that say where the body ends
 */
public record Seed(String name, String statusLine, List<String> headers, String body) {

  /** The id in every call. */
  public static final String ID = "file-00000000";

  /** The key that every call sends, and that some replies repeat. */
  public static final String KEY = "fake-fuzzed-key";

  private static final List<String> SAMPLES =
      List.of(
          "ark-file",
          "ark-file-list",
          "ark-file-delete",
          "ark-response-delete",
          "azure-file-delete");

  /** In a fixed order, so that a seed of the random numbers always means the same replies. */
  private static final List<String> REPLIES =
      List.of(
          "ark-file-processing",
          "ark-file-failed",
          "ark-list-more",
          "ark-list-empty",
          "ark-list-odd-entries",
          "ark-response-delete",
          "ark-delete-not-deleted",
          "azure-list",
          "openai-file",
          "delete-no-content",
          "success-empty",
          "success-with-error",
          "success-html",
          "error-400-parameter",
          "error-401-with-key",
          "error-403-quota",
          "error-403-state",
          "error-404-ark",
          "error-404-openai",
          "error-404-path",
          "error-409-azure",
          "error-429-quota",
          "error-429-seconds",
          "error-500",
          "error-502-html",
          "error-503-date",
          "error-bare-message",
          "error-gateway",
          "redirect");

  private static final List<Seed> ALL =
      Stream.concat(SAMPLES.stream().map(Seed::sample), REPLIES.stream().map(Seed::reply)).toList();

  public static List<Seed> all() {
    return ALL;
  }

  boolean isSuccess() {
    return statusLine.startsWith("HTTP/1.1 200");
  }

  /** A 404, which counts as a success after an answer that was lost. */
  boolean isMissing() {
    return statusLine.startsWith("HTTP/1.1 404");
  }

  /** The same as it goes over the wire. */
  HttpReply toReply() {
    return new HttpReply(
        statusLine, headers, body.getBytes(StandardCharsets.UTF_8), Framing.LENGTH);
  }

  private static Seed sample(String name) {
    String body = text("/ark/" + name + ".json").replaceAll("(file-|resp_)\\w*\\*+", ID);
    return new Seed(
        name,
        "HTTP/1.1 200 OK",
        List.of(
            "Content-Type: application/json",
            "Date: Wed, 19 Nov 2025 11:45:08 GMT",
            "X-Request-Id: 021763552708345fdb7e2d8b0a1c3f5e"),
        body.replace("file-181a1cbdcdcf4677ada87f63a0928099", ID));
  }

  private static Seed reply(String name) {
    String[] parts = text("/replies/" + name + ".http").split("\n\n", 2);
    List<String> head = Arrays.asList(parts[0].split("\n"));
    return new Seed(name, head.get(0), head.subList(1, head.size()), parts[1].strip());
  }

  private static String text(String resource) {
    try (InputStream stream = Seed.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
