// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.FakeTime;
import io.github.camelark.transport.FakeTransport;
import io.github.camelark.transport.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Walks over the pages of a scripted server. */
abstract class FileWalkTestSupport {

  static final String REFUSAL =
      "{\"error\":{\"code\":\"InvalidParameter\",\"message\":\"no such cursor\"}}";

  final FakeTransport server = new FakeTransport();

  FileWalk walk(FileQuery query, long maxFiles) {
    return new FileWalk(client(), query, maxFiles);
  }

  ArkClient client() {
    return client(new FakeTime());
  }

  ArkClient client(FakeTime time) {
    return client(time, "ark");
  }

  ArkClient client(FakeTime time, String provider) {
    return new ArkClient(
        server,
        new Service(
            Dialects.named(provider),
            "https://service.example",
            "",
            null,
            new ApiKey("Authorization", "Bearer ", "fake-key"),
            "the option apiKey"),
        Duration.ofMinutes(2),
        Duration.ofMinutes(2),
        1_000_000,
        time,
        new KnownService(time));
  }

  List<String> targets() {
    return server.requests().stream().map(Request::target).toList();
  }

  static List<String> drain(FileWalk walk) {
    List<String> ids = new ArrayList<>();
    walk.forEachRemaining(file -> ids.add(file.id()));
    return ids;
  }

  static FileQuery ascending() {
    return new FileQuery(null, null, null, "asc");
  }

  static String page(boolean hasMore, String... ids) {
    String data =
        Arrays.stream(ids).map("{\"id\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    return "{\"data\":[%s],\"has_more\":%s}".formatted(data, hasMore);
  }

  /** Files written as id@second. */
  static String timedPage(boolean hasMore, String... files) {
    String data =
        Arrays.stream(files)
            .map(file -> file.split("@", -1))
            .map(
                part ->
                    part[1].isEmpty()
                        ? "{\"id\":\"%s\"}".formatted(part[0])
                        : "{\"id\":\"%s\",\"created_at\":%s}".formatted(part[0], part[1]))
            .collect(Collectors.joining(","));
    return "{\"data\":[%s],\"has_more\":%s}".formatted(data, hasMore);
  }
}
