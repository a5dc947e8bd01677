// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.Content;
import io.github.camelark.api.ContentException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The content of a call, for the HTTP client. */
final class ContentEntity implements HttpEntity {

  private final Content content;
  private final HttpCall call;

  ContentEntity(Content content, HttpCall call) {
    this.content = content;
    this.call = call;
  }

  /**
   * The client ends a chunked body well-formed even after an exception, and the server could store
   * half a file. So a call whose content fails is cancelled before the exception leaves this.
   */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    call.contentBegins();
    try {
      content.writeTo(new Counted(out));
    } catch (ContentException e) {
      call.contentFailed(e);
      throw e;
    } catch (RuntimeException e) {
      ContentException failure = new ContentException(e.toString(), e);
      call.contentFailed(failure);
      throw failure;
    }
    call.contentSent();
  }

  @Override
  public boolean isRepeatable() {
    return content.isRepeatable();
  }

  @Override
  public long getContentLength() {
    return content.length();
  }

  @Override
  public boolean isChunked() {
    return content.length() < 0;
  }

  @Override
  public String getContentType() {
    return content.type();
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public boolean isStreaming() {
    return !content.isRepeatable();
  }

  @Override
  public InputStream getContent() {
    throw new UnsupportedOperationException("it is written, not read");
  }

  @Override
  public @Nullable Supplier<List<? extends Header>> getTrailers() {
    return null;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }

  @Override
  public void close() {
    // the content closes what it opens
  }

  /** Tells the call how far it is. */
  private final class Counted extends FilterOutputStream {

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      call.passed(1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      call.passed(length);
    }
  }
}
