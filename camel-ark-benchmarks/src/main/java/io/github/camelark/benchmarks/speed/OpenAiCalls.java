// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.files.FileListPage;
import com.openai.models.files.FileListParams;

/** OpenAI's SDK, as it is without options; Ark speaks nearly the same. */
final class OpenAiCalls implements Calls {

  private final OpenAIClient client;
  private final Sink sink;

  OpenAiCalls(String baseUrl, Sink sink) {
    this.client = OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("none").build();
    this.sink = sink;
  }

  @Override
  public Object delete(String id) {
    return client.files().delete(id);
  }

  @Override
  public Object retrieve(String id) {
    return client.files().retrieve(id);
  }

  @Override
  public Object list() {
    FileListPage page = client.files().list(FileListParams.builder().limit(100).build());
    page.data().forEach(file -> sink.accept(file.id()));
    return page;
  }

  @Override
  public void close() {
    client.close();
  }
}
