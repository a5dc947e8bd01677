// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static com.volcengine.ark.runtime.model.files.ListFilesRequest.ListFilesRequestBuilder.aListFilesRequest;

import com.volcengine.ark.runtime.model.files.ListFilesResponse;
import com.volcengine.ark.runtime.service.ArkService;

/** The service's own SDK, as it is without options. */
final class OfficialSdkCalls implements Calls {

  private final ArkService service;
  private final Sink sink;

  OfficialSdkCalls(String baseUrl, Sink sink) {
    this.service = ArkService.builder().baseUrl(baseUrl).apiKey("none").build();
    this.sink = sink;
  }

  @Override
  public Object delete(String id) {
    return service.deleteFile(id);
  }

  @Override
  public Object retrieve(String id) {
    return service.retrieveFile(id);
  }

  @Override
  public Object list() {
    ListFilesResponse page = service.listFiles(aListFilesRequest().limit(100).build());
    page.getData().forEach(file -> sink.accept(file.getId()));
    return page;
  }

  @Override
  public void close() {
    service.shutdownExecutor();
  }
}
