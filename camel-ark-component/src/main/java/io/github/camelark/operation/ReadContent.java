// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileContent;
import io.github.camelark.model.ArkContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ark:files?operation=content}: the body becomes the content, which is still to be read. */
final class ReadContent implements Operation {

  private static final Logger LOG = LoggerFactory.getLogger(ReadContent.class);

  private final ArkClient client;
  private final MessageOptions options;

  ReadContent(ArkClient client, MessageOptions options) {
    this.client = client;
    this.options = options;
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    String id = options.id(ApiOperation.FILE_CONTENT, message);
    ApiResult<FileContent> result = client.content(id);
    FileContent found = result.value();
    ArkContent content =
        new ArkContent(
            id,
            found.type(),
            found.length(),
            new ReadOnce(found.stream(), id, result.requestId(), exchange),
            found.maxBytes());
    exchange.getExchangeExtension().addOnCompletion(new Closing(content, found.keepTime()));
    message.setBody(content);
    message.setHeader(options.idHeader(), id);
    FileHeaders.setRequestId(message, result.requestId());
  }

  /**
   * At the end of the exchange at the latest, wherever that ends, unless the content is its answer:
   * then its receiver has as much time to read it as a call has.
   */
  private static final class Closing extends SynchronizationAdapter {

    private final ArkContent content;
    private final Runnable keepTime;

    Closing(ArkContent content, Runnable keepTime) {
      this.content = content;
      this.keepTime = keepTime;
    }

    @Override
    public void onDone(Exchange exchange) {
      if (exchange.getMessage().getBody() == content && isAnswer(exchange)) {
        keepTime.run();
        return;
      }
      try {
        content.close();
      } catch (IOException e) {
        LOG.debug("Cannot close {}", content, e);
      }
    }

    /** A Kamelet is an exchange of its own, whose answer the calling route goes on with. */
    private static boolean isAnswer(Exchange exchange) {
      Endpoint from = exchange.getFromEndpoint();
      return exchange.getPattern().isOutCapable()
          || (from != null && from.getEndpointUri().startsWith("kamelet:"));
    }
  }

  private static final class ReadOnce extends FilterInputStream {

    private final OnceRead once;
    private final String id;
    private final String requestId;

    ReadOnce(InputStream stream, String id, String requestId, Exchange exchange) {
      super(stream);
      this.id = id;
      this.requestId = requestId;
      this.once =
          new OnceRead(
              ApiOperation.FILE_CONTENT,
              exchange,
              "redeliver the step that fetches the content together with what reads it");
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      once.refuseRedelivery(id, requestId);
      int read = in.read(buffer, offset, length);
      once.read();
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
