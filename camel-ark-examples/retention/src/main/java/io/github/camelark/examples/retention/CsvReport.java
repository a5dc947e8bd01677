// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** A row for each file, written as it happens. Used by one thread at a time. */
final class CsvReport implements AutoCloseable {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          // a separator of another country's spreadsheets must not split a name
          .setQuoteMode(QuoteMode.NON_NUMERIC)
          .setHeader(
              "outcome",
              "id",
              "filename",
              "purpose",
              "status",
              "bytes",
              "created_at",
              "reason",
              "request_id",
              "at")
          .get();

  private final CSVPrinter printer;

  private CsvReport(CSVPrinter printer) {
    this.printer = printer;
  }

  /** A {@link java.nio.file.FileAlreadyExistsException} if there is such a file. */
  static CsvReport create(Path file) throws IOException {
    return new CsvReport(
        FORMAT.print(
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)));
  }

  void add(Entry entry) throws IOException {
    KnownFile file = entry.file();
    printer.printRecord(
        entry.outcome(),
        Cells.safe(file.id()),
        Cells.safe(file.name()),
        Cells.safe(file.purpose()),
        Cells.safe(file.status()),
        file.bytes(),
        Cells.safe(file.createdAt()),
        Cells.safe(entry.reason()),
        Cells.safe(entry.requestId()),
        Cells.safe(entry.at()));
  }

  void flush() throws IOException {
    printer.flush();
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
