// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.test.SimulatedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The expected result of cleaning up a {@link SampleAccount}. */
final class Expectation {

  private static final Counts COUNTS =
      Counts.NONE
          .plus(Step.LISTED, SampleAccount.FILES)
          .plus(Step.RETRIEVED, SampleAccount.OLD_FILES - 1)
          .plus(Step.DELETED, SampleAccount.OLD_FILES - AnotherClient.FILES)
          .plus(Step.ALREADY_GONE, AnotherClient.FILES)
          .plus(Step.RESPONSE_DELETED, 1);

  private static final List<String> NEW_FILES =
      IntStream.rangeClosed(1, SampleAccount.NEW_FILES).mapToObj(SampleAccount::fileId).toList();

  private Expectation() {}

  /** The differences, a line each; empty if there are none. */
  static List<String> differences(
      SampleAccount account, Counts counts, int requests, List<SimulatedFile> left) {
    List<String> differences = new ArrayList<>();
    if (!counts.equals(COUNTS)) {
      differences.add(account.name() + ": expected " + COUNTS + ", but it was " + counts);
    }
    if (requests != requests(account)) {
      differences.add(
          account.name() + ": expected " + requests(account) + " requests, not " + requests);
    }
    List<String> leftIds = left.stream().map(SimulatedFile::id).sorted().toList();
    if (!leftIds.equals(NEW_FILES)) {
      differences.add(account.name() + ": expected " + NEW_FILES + " to be left, not " + leftIds);
    }
    return differences;
  }

  /** The differences after a {@link SampleUpload}. */
  static List<String> differencesOfUpload(SampleAccount account, Counts counts) {
    Counts expected = Counts.NONE.plus(Step.UPLOADED, SampleAccount.FILES);
    return counts.equals(expected)
        ? List.of()
        : List.of(account.name() + ": expected " + expected + ", but it was " + counts);
  }

  /** The differences after a {@link SampleWatch}. */
  static List<String> differencesOfWatch(Counts counts) {
    Counts expected = Counts.NONE.plus(Step.CAME, SampleAccount.NEW_FILES + SampleWatch.UPLOADS);
    return counts.equals(expected)
        ? List.of()
        : List.of("watching: expected " + expected + ", but it was " + counts);
  }

  /**
   * The differences after a {@link SampleQuestion}.
   *
   * @param moreFiles how many more files there are than before it
   */
  static List<String> differencesOfQuestion(SampleAccount account, Counts counts, int moreFiles) {
    Counts expected = Counts.NONE.plus(Step.ANSWERED, 1).plus(Step.DELETED, 1);
    return counts.equals(expected) && moreFiles == 0
        ? List.of()
        : List.of(
            "%s: expected %s and no file to be left, but it was %s and %d"
                .formatted(account.name(), expected, counts, moreFiles));
  }

  /** The list's pages, a retrieve for each old file, a delete for each found, the response. */
  private static int requests(SampleAccount account) {
    return account.pages() + SampleAccount.OLD_FILES + COUNTS.of(Step.RETRIEVED) + 1;
  }
}
