// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The files of one report, named for when its run began: a CSV that grows as it happens, and a JSON
 * that is written at the end.
 *
 * @param csv what is written as it happens
 * @param csvFile its file
 * @param jsonFile what is written at the end
 */
record ReportFiles(CsvReport csv, Path csvFile, Path jsonFile) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final int MOST_IN_A_SECOND = 100;

  /** Creates the CSV and, where it is not there, the folder. An older report is not touched. */
  static ReportFiles create(Path folder, Instant startedAt) throws IOException {
    Files.createDirectories(folder);
    for (int number = 1; ; number++) {
      String name = "retention-" + TIME.format(startedAt) + (number == 1 ? "" : "-" + number);
      Path csvFile = folder.resolve(name + ".csv");
      try {
        return new ReportFiles(CsvReport.create(csvFile), csvFile, folder.resolve(name + ".json"));
      } catch (FileAlreadyExistsException e) {
        if (number == MOST_IN_A_SECOND) {
          throw e;
        }
      }
    }
  }

  /** Writes what is missing, and closes. */
  void write(Report report) throws IOException {
    try (csv) {
      for (Entry entry : report.done()) {
        if (entry.outcome() == Outcome.LEFT) {
          csv.add(entry);
        }
      }
    }
    JsonReport.of(report).write(jsonFile);
  }
}
