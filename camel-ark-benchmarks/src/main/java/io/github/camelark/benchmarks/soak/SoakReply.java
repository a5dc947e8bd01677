// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/**
 * What the server has to say.
 *
 * @param body in ASCII
 */
record SoakReply(int status, String body) {

  private static final SoakReply MISSING =
      new SoakReply(
          404, "{\"error\":{\"code\":\"NotFound\",\"message\":\"there is no such thing\"}}");

  /**
   * The answer to a request, or what the fault puts in its place.
   *
   * @param found whether that which is asked for is there
   */
  static SoakReply to(Request request, Fault fault, boolean found) {
    if (fault.takesThePlaceOfTheAnswer()) {
      return new SoakReply(fault.status(), fault.body());
    }
    if (!found) {
      return MISSING;
    }
    if (!request.delete()) {
      return new SoakReply(200, request.isList() ? page(request.key()) : file(request.key()));
    }
    return fault == Fault.ANSWERS_WITHOUT_BODY
        ? new SoakReply(204, "")
        : new SoakReply(200, deletion(request.key(), fault != Fault.DENIES));
  }

  /** A page of two files. */
  private static String page(String key) {
    return "{\"data\":[" + file(key + ".1") + "," + file(key + ".2") + "],\"has_more\":false}";
  }

  private static String file(String id) {
    return ("{\"id\":\"%s\",\"filename\":\"a.txt\",\"bytes\":7,"
            + "\"created_at\":1700000000,\"status\":\"active\"}")
        .formatted(id);
  }

  private static String deletion(String id, boolean deleted) {
    return "{\"id\":\"%s\",\"deleted\":%s}".formatted(id, deleted);
  }
}
