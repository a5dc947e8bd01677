// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.sdk;

import static com.volcengine.ark.runtime.model.files.ListFilesRequest.ListFilesRequestBuilder.aListFilesRequest;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.volcengine.ark.runtime.exception.ArkHttpException;
import com.volcengine.ark.runtime.model.files.DeleteFileResponse;
import com.volcengine.ark.runtime.model.files.FileMeta;
import com.volcengine.ark.runtime.model.files.ListFilesResponse;
import com.volcengine.ark.runtime.model.responses.request.DeleteResponseRequest;
import io.github.camelark.test.SimulatedFile;
import org.junit.jupiter.api.Test;

/** A witness that the simulator is right: the service's own SDK works with it. */
class OfficialSdkTest extends SdkTestSupport {

  @Test
  void retrievesAFile() {
    SimulatedFile stored = simulator().addFile(ARK, SimulatedFile.named("report.pdf"));

    FileMeta file = sdk.service().retrieveFile(stored.id());

    assertThat(file.getId()).isEqualTo(stored.id());
    assertThat(file.getFilename()).isEqualTo("report.pdf");
    assertThat(file.getStatus()).isEqualTo("active");
    assertThat(file.getBytes()).isEqualTo(1024);
    assertThat(file.getMimeType()).isEqualTo("application/pdf");
  }

  @Test
  void listsFilesPageByPage() {
    simulator().addFiles(ARK, 3);

    ListFilesResponse first =
        sdk.service().listFiles(aListFilesRequest().order("asc").limit(2).build());
    ListFilesResponse second =
        sdk.service()
            .listFiles(aListFilesRequest().order("asc").limit(2).after(first.getLastId()).build());

    assertThat(first.getData())
        .extracting(FileMeta::getId)
        .containsExactly("file-0001", "file-0002");
    assertThat(first.getHasMore()).isTrue();
    assertThat(second.getData()).extracting(FileMeta::getId).containsExactly("file-0003");
    assertThat(second.getHasMore()).isFalse();
  }

  @Test
  void deletesAFile() {
    simulator().addFile(ARK);

    DeleteFileResponse deletion = sdk.service().deleteFile("file-0001");

    assertThat(deletion.getDeleted()).isTrue();
    assertThat(deletion.getId()).isEqualTo("file-0001");
    assertThat(simulator().hasFile(ARK, "file-0001")).isFalse();
  }

  @Test
  void deletesAModelResponse() {
    String id = simulator().addResponse(ARK);
    DeleteResponseRequest request = new DeleteResponseRequest();
    request.setResponseId(id);

    Boolean deleted = sdk.service().deleteResponse(request).getDeleted();

    assertThat(deleted).isTrue();
    assertThat(simulator().hasResponse(ARK, id)).isFalse();
  }

  @Test
  void reportsAMissingFile() {
    assertThatExceptionOfType(ArkHttpException.class)
        .isThrownBy(() -> sdk.service().retrieveFile("file-9999"))
        .satisfies(
            failure -> {
              assertThat(failure.statusCode).isEqualTo(404);
              assertThat(failure.code).isEqualTo("InvalidFile.NotFound");
            });
  }
}
