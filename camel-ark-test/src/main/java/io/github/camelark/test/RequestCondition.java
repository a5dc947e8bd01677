// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Predicate;

/** Reads a condition that a script puts on requests; see {@link ScriptedReply#when}. */
final class RequestCondition {

  private RequestCondition() {}

  static Predicate<ApiRequest> of(String words) {
    Iterator<String> left = Arrays.asList(words.trim().split("\\s+")).iterator();
    Predicate<ApiRequest> condition = method(left.next(), words);
    while (left.hasNext()) {
      condition = condition.and(next(left, words));
    }
    return condition;
  }

  private static Predicate<ApiRequest> method(String method, String words) {
    if (method.equals("*")) {
      return request -> true;
    }
    if (!method.matches("[A-Z]+")) {
      throw wrong(words);
    }
    return request -> request.method().equals(method);
  }

  private static Predicate<ApiRequest> next(Iterator<String> left, String words) {
    String word = left.next();
    if (word.startsWith("/")) {
      return request -> request.path().contains(word);
    }
    if (word.equals("without") && left.hasNext()) {
      String name = left.next();
      return request -> request.parameter(name) == null;
    }
    if (word.equals("without")) {
      throw wrong(words);
    }
    String[] parameter = word.split("=", 2);
    return parameter.length == 1
        ? request -> request.parameter(word) != null
        : request -> parameter[1].equals(request.parameter(parameter[0]));
  }

  private static IllegalArgumentException wrong(String words) {
    return new IllegalArgumentException(
        "a condition is * or a method, then parts of the path (/files/f1), parameters (after=f1,"
            + " after) or absent ones (without after), and not: "
            + words);
  }
}
