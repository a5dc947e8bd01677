// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/** Judges by the status alone: 429 and 503 say that nothing was executed, other 5xx do not. */
final class FakeJudge implements ReplyJudge {

  @Override
  public boolean isAnswer(Reply reply) {
    return true;
  }

  @Override
  public Verdict verdict(Reply reply) {
    int status = reply.status();
    if (status == 429 || status == 503) {
      return new FakeVerdict(Repeat.ALWAYS, false);
    }
    return status >= 500
        ? new FakeVerdict(Repeat.IF_SAFE, true)
        : new FakeVerdict(Repeat.NEVER, status < 300);
  }

  private record FakeVerdict(Repeat repeat, boolean mayHaveBeenExecuted) implements Verdict {}
}
