// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import io.github.camelark.client.FileWalk;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFileList;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.settings.CallOptions.Paging;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * {@code ark:files?operation=list}: the body becomes a page, all files, or an iterator that asks
 * for a page when it needs one.
 */
final class ListFiles implements Operation {

  private final ArkClient client;
  private final MessageOptions options;
  private final Paging paging;
  private final long maxResults;

  ListFiles(ArkClient client, MessageOptions options, CallOptions defaults) {
    this.client = client;
    this.options = options;
    this.paging = defaults.paging();
    this.maxResults = defaults.maxResults();
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    FileQuery query = options.query(message);
    if (paging == Paging.PAGE) {
      onePage(query, message);
    } else {
      allPages(query, exchange);
    }
  }

  private void onePage(FileQuery query, Message message) {
    ApiResult<ArkFilePage> answer = client.listFiles(query);
    ArkFilePage page = client.purposes().admitted(query.purpose(), answer.value());
    write(page, answer.requestId(), message);
    FileHeaders.put(message, ArkConstants.FIRST_ID, page.firstId());
    FileHeaders.put(message, ArkConstants.LAST_ID, page.lastId());
    FileHeaders.put(message, ArkConstants.HAS_MORE, page.hasMore());
  }

  private void allPages(FileQuery query, Exchange exchange) {
    FileWalk walk = new FileWalk(client, query, maxResults);
    Object body = paging == Paging.STREAM ? new FileStream(walk, exchange) : allOf(walk);
    write(body, walk.requestId(), exchange.getMessage());
  }

  private static ArkFileList allOf(FileWalk walk) {
    List<ArkFile> files = new ArrayList<>();
    walk.forEachRemaining(files::add);
    return new ArkFileList(files);
  }

  private static void write(Object body, @Nullable String requestId, Message message) {
    message.setBody(body);
    FileHeaders.removeAll(message);
    FileHeaders.setRequestId(message, requestId);
  }
}
