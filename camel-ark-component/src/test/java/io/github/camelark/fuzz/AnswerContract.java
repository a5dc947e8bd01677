// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.fuzz.FuzzedAnswer.Message;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkDeletion.Outcome;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFileList;
import io.github.camelark.model.ArkFilePage;
import java.util.List;
import java.util.Set;

/** What is true of every answer, whatever the server did. */
final class AnswerContract {

  private AnswerContract() {}

  /**
   * @param served what the server answered, in order
   */
  static void check(FuzzedCall call, String id, FuzzedAnswer answer, List<byte[]> served) {
    for (Throwable failure : answer.failures()) {
      FailureContract.check(failure);
      int status = ((ArkException) failure).status();
      if (status != 0) {
        assertThat(SentStatus.ofAll(served)).contains(status);
      }
    }
    for (Message message : answer.messages()) {
      check(call, id, message, served);
    }
  }

  private static void check(FuzzedCall call, String id, Message message, List<byte[]> served) {
    switch (call) {
      case LIST -> checkPage(message);
      case LIST_ALL -> ((ArkFileList) message.body()).forEach(AnswerContract::checkFile);
      case RETRIEVE -> {
        checkFile(message);
        assertThat(((ArkFile) message.body()).id()).isEqualTo(id);
      }
      case DELETE_FILE, DELETE_RESPONSE -> checkDeletion(id, message, served);
      case POLL, POLL_FROM_CURSOR -> checkFile(message);
    }
    if (!call.isPoll() && !isGoneForGood(message)) {
      assertThat(SentStatus.isSuccess(served.get(served.size() - 1))).isTrue();
    }
  }

  private static void checkPage(Message message) {
    ArkFilePage page = (ArkFilePage) message.body();
    page.data().forEach(AnswerContract::checkFile);
    assertThat(message.headers().get(ArkConstants.HAS_MORE)).isEqualTo(page.hasMore());
    assertThat(message.headers().get(ArkConstants.LAST_ID)).isEqualTo(page.lastId());
    assertThat(page.toString()).hasLineCount(1);
    BodyContract.checkJson(page.json(), page.jsonNode());
  }

  private static void checkFile(Message message) {
    ArkFile file = (ArkFile) message.body();
    checkFile(file);
    assertThat(message.headers().get(ArkConstants.FILE_ID)).isEqualTo(file.id());
    assertThat(message.headers().get(ArkConstants.FILE_NAME)).isEqualTo(file.filename());
    assertThat(message.headers().get(ArkConstants.FILE_BYTES)).isEqualTo(file.bytes());
  }

  private static void checkFile(ArkFile file) {
    assertThat(file.id()).isNotBlank();
    BodyContract.checkJson(file.json(), file.jsonNode());
  }

  private static void checkDeletion(String id, Message message, List<byte[]> served) {
    ArkDeletion deletion = (ArkDeletion) message.body();
    assertThat(deletion.id()).isIn(id, null);
    assertThat(message.headers().get(ArkConstants.DELETED)).isEqualTo(deletion.deleted());
    assertThat(message.headers().get(ArkConstants.DELETION_OUTCOME))
        .isEqualTo(deletion.outcome().name());
    Set<Integer> last = SentStatus.of(served.get(served.size() - 1));
    if (isGoneForGood(message) && !last.contains(404) && !last.contains(410)) {
      assertThat(deletion.json()).contains("ALREADY_GONE");
    }
    BodyContract.checkJson(deletion.json(), deletion.jsonNode());
  }

  /** A 404 or 410 after an answer that was lost: the one success without a 2xx. */
  private static boolean isGoneForGood(Message message) {
    return message.body() instanceof ArkDeletion deletion
        && deletion.outcome() == Outcome.ALREADY_GONE;
  }
}
