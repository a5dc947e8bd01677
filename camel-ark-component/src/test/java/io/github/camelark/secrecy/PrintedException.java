// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import io.github.camelark.error.ArkException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Everything that an exception can show. */
public final class PrintedException {

  private PrintedException() {}

  public static String of(Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    thrown.printStackTrace(writer);
    writer.println(thrown.getMessage());
    writer.println(thrown);
    if (!(thrown instanceof ArkException failure)) {
      return text.toString();
    }
    writer.println(failure.body());
    writer.println(failure.code());
    writer.println(failure.type());
    writer.println(failure.param());
    writer.println(failure.target());
    writer.println(failure.details());
    writer.println(failure.requestId());
    writer.println(failure.getHttpResponseStatus());
    return text.toString();
  }
}
