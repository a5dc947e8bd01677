// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkDeletion.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The sample replies of the API documents, field by field. */
class SeedRepliesTest {

  @Test
  void readsAFileOfArk() throws IOException {
    ArkFile file = ArkFile.fromJson(reply("ark-file.json"));

    assertThat(file.object()).isEqualTo("file");
    assertThat(file.id()).isEqualTo("file-20251119****");
    assertThat(file.purpose()).isEqualTo("user_data");
    assertThat(file.filename()).isEqualTo("demo.mp4");
    assertThat(file.bytes()).isEqualTo(18_773_126L);
    assertThat(file.mimeType()).isEqualTo("video/mp4");
    assertThat(file.createdAt()).isEqualTo(Instant.ofEpochSecond(1_763_552_708));
    assertThat(file.expireAt()).isEqualTo(Instant.ofEpochSecond(1_764_157_507));
    assertThat(file.status()).isEqualTo("active");
    assertThat(file.statusDetails()).isNull();
    assertThat(file.error()).isNull();
    assertThat(file.downloadUrl()).isNull();
  }

  @Test
  void readsAListOfArk() throws IOException {
    ArkFilePage page = ArkFilePage.fromJson(reply("ark-file-list.json"));

    assertThat(page.firstId()).isEqualTo("file-20251014203105-ll4pb");
    assertThat(page.lastId()).isEqualTo("file-20251014203036-24jvn");
    assertThat(page.hasMore()).isFalse();
    assertThat(page.unreadable()).isEmpty();
    assertThat(page.data()).hasSize(2);
  }

  @Test
  void readsTheFilesOfAListOfArk() throws IOException {
    ArkFilePage page = ArkFilePage.fromJson(reply("ark-file-list.json"));

    ArkFile video = page.data().get(0);
    assertThat(video.object()).isEqualTo("file");
    assertThat(video.id()).isEqualTo("file-20251014203105-ll4pb");
    assertThat(video.purpose()).isEqualTo("user_data");
    assertThat(video.filename()).isEqualTo("demo.mp4");
    assertThat(video.bytes()).isEqualTo(109_322_727L);
    assertThat(video.mimeType()).isEqualTo("video/mp4");
    assertThat(video.createdAt()).isEqualTo(Instant.ofEpochSecond(1_760_445_065));
    assertThat(video.expireAt()).isEqualTo(Instant.ofEpochSecond(1_760_704_264));
    assertThat(video.status()).isEqualTo("active");
    ArkFile picture = page.data().get(1);
    assertThat(picture.id()).isEqualTo("file-20251014203036-24jvn");
    assertThat(picture.filename()).isEqualTo("demo.png");
    assertThat(picture.bytes()).isEqualTo(601L);
    assertThat(picture.mimeType()).isEqualTo("image/png");
    assertThat(picture.createdAt()).isEqualTo(Instant.ofEpochSecond(1_760_445_036));
    assertThat(picture.expireAt()).isEqualTo(Instant.ofEpochSecond(1_760_704_236));
  }

  @Test
  void readsADeletedFileOfArk() throws IOException {
    ArkDeletion deletion = ArkDeletion.fromJson(reply("ark-file-delete.json"));

    assertThat(deletion.id()).isEqualTo("file-20251014****");
    assertThat(deletion.object()).isEqualTo("file");
    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.outcome()).isEqualTo(Outcome.DELETED);
  }

  @Test
  void readsADeletedResponseOfArk() throws IOException {
    ArkDeletion deletion = ArkDeletion.fromJson(reply("ark-response-delete.json"));

    assertThat(deletion.id()).isEqualTo("resp_0217******");
    assertThat(deletion.object()).isEqualTo("response");
    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.outcome()).isEqualTo(Outcome.DELETED);
  }

  @Test
  void readsADeletedFileOfAzure() throws IOException {
    ArkDeletion deletion = ArkDeletion.fromJson(reply("azure-file-delete.json"));

    assertThat(deletion.id()).isEqualTo("file-181a1cbdcdcf4677ada87f63a0928099");
    assertThat(deletion.object()).isEqualTo("file");
    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.outcome()).isEqualTo(Outcome.DELETED);
  }

  private static byte[] reply(String name) throws IOException {
    try (InputStream stream = SeedRepliesTest.class.getResourceAsStream("/ark/" + name)) {
      return stream.readAllBytes();
    }
  }
}
