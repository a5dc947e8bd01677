// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  SimulatedAnswer list(ApiRequest request) {
    FileQuery query = ListParameters.read(request, dialect.listRules(), settings.strictCursors());
    FilePage page = files.list(query);
    if (page == null) {
      throw new RefusedException(
          ApiError.invalid("after", "after names no file: " + query.after() + "."));
    }
    List<JsonText> data = page.files().stream().map(dialect::file).toList();
    return SimulatedAnswer.json(200, dialect.page(page, data));
  }

  SimulatedAnswer retrieve(String id) {
    SimulatedFile file = files.find(id);
    if (file == null) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    return SimulatedAnswer.json(200, dialect.file(file));
  }

  SimulatedAnswer delete(String id) {
    if (!files.remove(id)) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    return SimulatedAnswer.json(
        200, JsonText.object().put("object", "file").put("id", id).put("deleted", true));
  }

  SimulatedAnswer upload(ApiRequest request) {
    SimulatedFile file = dialect.uploadRules().read(request, files.now());
    SimulatedFile stored =
        files.addWithin(
            settings.storageQuotaBytes(), file, settings.processingTime(), upload(request.body()));
    if (stored == null) {
      throw new RefusedException(dialect.quotaExceeded());
    }
    return dialect.uploaded(stored);
  }

  private static SimulatedUpload upload(RequestBody form) {
    Map<String, String> fields = new LinkedHashMap<>();
    FormPart file = null;
    for (FormPart part : form.parts()) {
      if (part.name().equals("file")) {
        file = part;
      } else {
        fields.put(part.name(), part.text());
      }
    }
    requireNonNull(file);
    PartContent content = file.content();
    return new SimulatedUpload(
        Collections.unmodifiableMap(fields),
        requireNonNull(file.filename()),
        file.contentType(),
        content.bytes(),
        content.sha256(),
        content.beginning());
  }

  SimulatedAnswer content(String id) {
    SimulatedFile file = files.find(id);
    if (file == null) {
      throw new RefusedException(dialect.fileNotFound(id));
    }
    if (!dialect.downloads(file.purpose())) {
      throw new RefusedException(
          ApiError.of(400, "Not allowed to download files of purpose: " + file.purpose()));
    }
    byte[] content = files.content(id);
    return content != null
        ? SimulatedAnswer.of(200, "application/octet-stream", content)
        : SimulatedAnswer.of(
            500, "text/plain", "the simulator has no content, or only a part, of " + id);
  }
}
