// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArkResponseReadingTest {

  private static final String WHOLE =
      """
      {"id":"resp_02","object":"response","created_at":1790000000.5,"model":"doubao-seed-1-8",
       "status":"incomplete","expire_at":1790086400,"previous_response_id":"resp_01",
       "incomplete_details":{"reason":"max_output_tokens"},"error":null,
       "output":[
         {"type":"reasoning","summary":[{"type":"summary_text","text":"thinking"}]},
         {"type":"message","role":"assistant","content":[
           {"text":"Hello, ","type":"output_text","annotations":[{"text":"no"}]},
           {"type":"refusal","refusal":"no"},
           {"type":"output_text","text":"world"}]}],
       "usage":{"input_tokens":900,"input_tokens_details":{"cached_tokens":1},"output_tokens":80}}
      """;

  @Test
  void readsEveryField() throws IOException {
    ArkResponse response = read(WHOLE);

    assertThat(response.id()).isEqualTo("resp_02");
    assertThat(response.model()).isEqualTo("doubao-seed-1-8");
    assertThat(response.status()).isEqualTo("incomplete");
    assertThat(response.createdAt()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_500L));
    assertThat(response.expireAt()).isEqualTo(Instant.ofEpochSecond(1_790_086_400));
    assertThat(response.previousResponseId()).isEqualTo("resp_01");
    assertThat(response.incompleteReason()).isEqualTo("max_output_tokens");
    assertThat(response.inputTokens()).isEqualTo(900);
    assertThat(response.outputTokens()).isEqualTo(80);
    assertThat(response.error()).isNull();
  }

  @Test
  void textJoinsTheModelsOutput() throws IOException {
    assertThat(read(WHOLE).text()).isEqualTo("Hello, world");
  }

  @Test
  void namesWhyItFailed() throws IOException {
    ArkResponse response =
        read("{'id':'r','status':'failed','error':{'code':'server_error','message':'Try again.'}}");

    assertThat(response.error()).isEqualTo(new ArkObjectError("server_error", "Try again."));
    assertThat(response.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'r','output':null,'usage':null,'incomplete_details':null}",
        "{'id':'r','output':'text','usage':[1,[2]],'incomplete_details':'x'}",
        "{'id':'r','output':[null,1,'x',{'content':'x'},{'content':[null,[],{'type':'output_text'}]}]}",
        "{'id':'r','output':[{'content':[{'type':'output_text','text':{'a':[]}}]}]}",
        "{'id':'r','created_at':'soon','usage':{'input_tokens':'many'},'status':null}"
      })
  void nonsensicalValuesAreAbsent(String json) throws IOException {
    ArkResponse response = read(json);

    assertThat(response.text()).isEmpty();
    assertThat(response.inputTokens()).isNull();
    assertThat(response.createdAt()).isNull();
    assertThat(response.json()).isEqualTo(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|a JSON object is expected",
        "{'status':'completed'}|a response has no id",
        "{'id':' '}|a response has no id",
        "{'id':'a','id':'b'}|a response contradicts itself",
        "{'id':'a','status':'failed','status':'completed'}|a response contradicts itself",
        "{'id':'a'}{}|nothing may follow the JSON object"
      })
  void refusesAnythingButAResponse(String json, String reason) {
    assertThatIOException().isThrownBy(() -> read(json)).withMessageContaining(reason);
  }

  @Test
  void printsNeitherTextNorControlCharacters() throws IOException {
    ArkResponse response =
        read(
            "{'id':'r','status':'a\\nb','output':[{'content':[{'type':'output_text','text':'secret'}]}]}");

    assertThat(response)
        .hasToString(
            "ArkResponse[id=r, status=a\\u000ab, model=null, inputTokens=null, outputTokens=null]");
  }

  private static ArkResponse read(String json) throws IOException {
    return ArkResponse.fromJson(json.replace('\'', '"').getBytes(UTF_8));
  }
}
