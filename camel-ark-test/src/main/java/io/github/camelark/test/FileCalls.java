// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.List;
import java.util.Objects;

/** The calls about one provider's files. A refusal is a {@link RefusedException}. Thread-safe. */
final class FileCalls {

  private final FileStore files;
  private final Dialect dialect;
  private final Settings settings;

  FileCalls(FileStore files, Dialect dialect, Settings settings) {
    this.files = files;
    this.dialect = dialect;
    this.settings = settings;
  }

  Answer list(ApiRequest request) {
    FileQuery query = ListParameters.read(request, dialect.listRules(), settings.strictCursors());
    FilePage page = files.list(query);
    if (page == null) {
      throw new RefusedException(
          ApiError.invalid("after", "after names no file: " + query.after() + "."));
    }
    List<JsonText> data = page.files().stream().map(dialect::file).toList();
    return Answer.json(200, dialect.page(page, data));
  }

  Answer retrieve(String id) {
    SimulatedFile file = files.find(id);
    if (file == null) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    return Answer.json(200, dialect.file(file));
  }

  Answer delete(String id) {
    if (!files.remove(id)) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    return Answer.json(
        200, JsonText.object().put("object", "file").put("id", id).put("deleted", true));
  }

  Answer upload(ApiRequest request) {
    FormPart content = required(request, "file");
    SimulatedFile file =
        SimulatedFile.named(Objects.requireNonNullElse(content.filename(), "file"))
            .withPurpose(required(request, "purpose").text())
            .withBytes(content.content().bytes())
            .withMimeType(
                Objects.requireNonNullElse(content.contentType(), "application/octet-stream"));
    SimulatedFile stored =
        files.addWithin(settings.storageQuotaBytes(), file, settings.processingTime());
    if (stored == null) {
      throw new RefusedException(dialect.quotaExceeded());
    }
    return Answer.json(dialect.uploadedStatus(), dialect.file(stored));
  }

  private static FormPart required(ApiRequest request, String name) {
    FormPart part = request.part(name);
    if (part == null) {
      throw new RefusedException(
          ApiError.invalid(name, "The multipart form has no part " + name + "."));
    }
    return part;
  }
}
