// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.sdk;

import static com.volcengine.ark.runtime.model.files.ListFilesRequest.ListFilesRequestBuilder.aListFilesRequest;
import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.volcengine.ark.runtime.model.files.UploadFileRequest;
import com.volcengine.ark.runtime.model.responses.request.CreateResponsesRequest;
import com.volcengine.ark.runtime.model.responses.request.DeleteResponseRequest;
import com.volcengine.ark.runtime.model.responses.request.GetResponseRequest;
import com.volcengine.ark.runtime.model.responses.request.ResponsesInput;
import com.volcengine.ark.runtime.service.ArkService;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedUpload;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness that we are right: what {@code ark:} sends is what the service's own SDK sends. */
class ParityTest extends RouteTestSupport {

  /** What counts of a request; the order of its parameters does not. */
  private record Sent(
      String method, String path, Set<String> parameters, String authorization, int status) {

    static Sent of(RecordedRequest request) {
      Set<String> parameters =
          request.query() == null ? Set.of() : new TreeSet<>(Set.of(request.query().split("&")));
      return new Sent(
          request.method(),
          request.path(),
          parameters,
          request.header("Authorization"),
          request.status());
    }
  }

  @FunctionalInterface
  private interface SdkCall {
    void make(ArkService sdk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-20251018114827-6zgrb", "file 9/ü?#", "100%", "文件"})
  void retrievesAFileInTheSameWay(String id) {
    simulator().addFile(ARK, SimulatedFile.named("a").withId(id));
    Sent theirs = sentBySdk(sdk -> sdk.retrieveFile(id));

    Sent ours = sentByRoute("files?operation=retrieve", "CamelArkFileId", id);

    assertThat(ours).isEqualTo(theirs);
    assertThat(ours.status()).isEqualTo(200);
  }

  /** We encode more than need be in a segment; a server cannot tell. */
  @Test
  void meansTheSameFileByCharactersThatNeedNoEncoding() {
    simulator().addFile(ARK, SimulatedFile.named("a").withId("a+b&c=d;e"));
    Sent theirs = sentBySdk(sdk -> sdk.retrieveFile("a+b&c=d;e"));

    Sent ours = sentByRoute("files?operation=retrieve", "CamelArkFileId", "a+b&c=d;e");

    assertThat(URI.create(ours.path()).getPath()).isEqualTo(URI.create(theirs.path()).getPath());
    assertThat(ours.status()).isEqualTo(theirs.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file-20251018114827-6zgrb", "file 9/ü?#"})
  void deletesAFileInTheSameWay(String id) {
    simulator().addFile(ARK, SimulatedFile.named("a").withId(id));
    Sent theirs = sentBySdk(sdk -> sdk.deleteFile(id));
    simulator().addFile(ARK, SimulatedFile.named("a").withId(id));

    Sent ours = sentByRoute("files?operation=delete", "CamelArkFileId", id);

    assertThat(ours).isEqualTo(theirs);
    assertThat(ours.status()).isEqualTo(200);
  }

  @Test
  void deletesAModelResponseInTheSameWay() {
    simulator().addResponse(ARK);
    simulator().addResponse(ARK);
    DeleteResponseRequest request = new DeleteResponseRequest();
    request.setResponseId("resp_0001");
    Sent theirs = sentBySdk(sdk -> sdk.deleteResponse(request));

    Sent ours = sentByRoute("responses?operation=delete", "CamelArkResponseId", "resp_0002");

    assertThat(ours.path()).isEqualTo(theirs.path().replace("resp_0001", "resp_0002"));
    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.authorization()).isEqualTo(theirs.authorization());
    assertThat(ours.status()).isEqualTo(theirs.status()).isEqualTo(200);
  }

  @Test
  void listsInTheSameWay() {
    Sent theirs = sentBySdk(sdk -> sdk.listFiles(aListFilesRequest().build()));

    Sent ours = sentByRoute("files?operation=list", "CamelArkPurpose", null);

    assertThat(ours).isEqualTo(theirs);
  }

  @ParameterizedTest
  @CsvSource({"user_data", "a b&c=d+é", "'#/?%2F;:@'"})
  void filtersByPurposeInTheSameWay(String purpose) {
    Sent theirs = sentBySdk(sdk -> sdk.listFiles(aListFilesRequest().purpose(purpose).build()));

    Sent ours = sentByRoute("files?operation=list", "CamelArkPurpose", purpose);

    assertThat(ours.parameters()).hasSize(1);
    assertThat(decoded(ours)).isEqualTo(decoded(theirs)).contains("purpose=" + purpose);
  }

  @ParameterizedTest
  @CsvSource({"user_data", "a b&c=d+é"})
  void encodesAPurposeInTheSameWay(String purpose) {
    Sent theirs = sentBySdk(sdk -> sdk.listFiles(aListFilesRequest().purpose(purpose).build()));

    Sent ours = sentByRoute("files?operation=list", "CamelArkPurpose", purpose);

    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void pagesInTheSameWay() {
    simulator().addFiles(ARK, 3);
    Sent theirs =
        sentBySdk(
            sdk ->
                sdk.listFiles(
                    aListFilesRequest()
                        .after("file-0002")
                        .limit(1)
                        .order("asc")
                        .purpose("user_data")
                        .build()));

    Sent ours =
        sentByRoute(
            "files?operation=list&limit=1&order=asc&purpose=user_data",
            "CamelArkAfter",
            "file-0002");

    assertThat(ours).isEqualTo(theirs);
    assertThat(ours.parameters()).hasSize(4);
  }

  /** Where the parts stand in the form differs, and does not matter. */
  @Test
  void uploadsTheSameFieldsAndContent(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("報告.txt"), "hello");
    UploadFileRequest request = new UploadFileRequest();
    request.setFile(file.toFile());
    request.setPurpose("user_data");
    Sent theirs = sentBySdk(sdk -> sdk.uploadFile(request));
    SimulatedUpload theirUpload = onlyUpload();

    simulator().clearJournal();
    call(ark("files?operation=upload&purpose=user_data"), file, Map.of());

    assertThat(onlyRequest()).isEqualTo(theirs);
    assertThat(theirs.status()).isEqualTo(200);
    SimulatedUpload ourUpload = simulator().upload(ARK, simulator().files(ARK).get(1).id());
    assertThat(ourUpload).isEqualTo(theirUpload);
  }

  @Test
  void createsAModelResponseInTheSameWay() {
    CreateResponsesRequest request = new CreateResponsesRequest();
    request.setModel("doubao-seed-1-8");
    request.setInput(ResponsesInput.builder().stringValue("2+2?").build());
    Sent theirs = sentBySdk(sdk -> sdk.createResponse(request));

    simulator().clearJournal();
    call(
        ark("responses?operation=create"),
        Map.of("model", "doubao-seed-1-8", "input", "2+2?"),
        Map.of());

    assertThat(onlyRequest()).isEqualTo(theirs);
    assertThat(theirs.status()).isEqualTo(200);
  }

  @Test
  void retrievesAModelResponseInTheSameWay() {
    String id = simulator().addResponse(ARK);
    GetResponseRequest request = new GetResponseRequest();
    request.setResponseId(id);
    Sent theirs = sentBySdk(sdk -> sdk.getResponse(request));

    Sent ours = sentByRoute("responses?operation=retrieve", "CamelArkResponseId", id);

    assertThat(ours).isEqualTo(theirs);
    assertThat(ours.status()).isEqualTo(200);
  }

  private static SimulatedUpload onlyUpload() {
    return simulator().upload(ARK, simulator().files(ARK).get(0).id());
  }

  private Sent sentBySdk(SdkCall call) {
    simulator().clearJournal();
    try (OfficialSdk sdk = new OfficialSdk(simulator())) {
      call.make(sdk.service());
    }
    return onlyRequest();
  }

  private Sent sentByRoute(String resourceAndOptions, String header, String value) {
    simulator().clearJournal();
    call(ark(resourceAndOptions), null, value == null ? Map.of() : Map.of(header, value));
    return onlyRequest();
  }

  private static Sent onlyRequest() {
    assertThat(simulator().journal()).hasSize(1);
    return Sent.of(simulator().journal().get(0));
  }

  private static Set<String> decoded(Sent sent) {
    Set<String> decoded = new TreeSet<>();
    for (String parameter : sent.parameters()) {
      decoded.add(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
    }
    return decoded;
  }
}
