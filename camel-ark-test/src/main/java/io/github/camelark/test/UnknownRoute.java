// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

/**
 * How services and gateways answer a path that they do not know: always with 404, in their own
 * words. For a test that a wrong address is never taken for a missing file. See {@link
 * ArkSimulator.Builder#unknownRoutes} and {@link SimulatedFault#unknownRoute}.
 */
public enum UnknownRoute {
  /** No body, as Ark below {@code /api/plan}. */
  EMPTY("", ""),
  /** Ark's code {@code PathNotFound}. */
  ARK_PATH_NOT_FOUND(
      Type.JSON,
      "{'error':{'code':'PathNotFound','message':'The requested path was not found. Request id:"
          + " 0217','param':'','type':'NotFound'}}"),
  /** Ark's code {@code InvalidAction}. */
  ARK_INVALID_ACTION(
      Type.JSON,
      "{'error':{'code':'InvalidAction','message':'The specified action is invalid: {path}. Request"
          + " id: 0217','param':'','type':'NotFound'}}"),
  /** OpenAI's code {@code unknown_url}. */
  OPENAI_UNKNOWN_URL(
      Type.JSON,
      "{'error':{'type':'invalid_request_error','code':'unknown_url','message':'Unknown request"
          + " URL: {method} {path}. Please check the URL for typos, or see the docs at"
          + " https://platform.openai.com/docs/api-reference/.','param':null}}"),
  /** OpenAI's "Invalid URL", which has no code. */
  OPENAI_INVALID_URL(
      Type.JSON,
      "{'error':{'message':'Invalid URL ({method} {path})','type':'invalid_request_error',"
          + "'param':null,'code':null}}"),
  /** "Invalid URL" of gateways such as one-api and new-api, with an empty code. */
  GATEWAY_INVALID_URL(
      Type.JSON,
      "{'error':{'message':'Invalid URL ({method} {path})','type':'invalid_request_error',"
          + "'param':'','code':''}}"),
  /** Azure's code 404 "Resource not found". */
  AZURE_RESOURCE_NOT_FOUND(Type.JSON, "{'error':{'code':'404','message':'Resource not found'}}"),
  /** Azure's code {@code DeploymentNotFound}. */
  AZURE_DEPLOYMENT_NOT_FOUND(
      Type.JSON,
      "{'error':{'code':'DeploymentNotFound','message':'The API deployment for this resource does"
          + " not exist. If you created the deployment within the last 5 minutes, please wait a"
          + " moment and try again.'}}"),
  /** "Resource not found" of Azure API Management, which has no wrapper. */
  AZURE_API_MANAGEMENT(Type.JSON, "{'statusCode':404,'message':'Resource not found'}"),
  /** A gateway that puts "Not found" into OpenAI's wrapper. */
  GATEWAY_NOT_FOUND(Type.JSON, "{'error':{'message':'Not found','type':'not_found_error'}}"),
  /** llama.cpp, whose words for any path are "File Not Found". */
  GATEWAY_FILE_NOT_FOUND(
      Type.JSON, "{'error':{'code':404,'message':'File Not Found','type':'not_found_error'}}"),
  /** FastAPI, and so LiteLLM and vLLM. */
  FAST_API(Type.JSON, "{'detail':'Not Found'}"),
  /** Spring Boot. */
  SPRING_BOOT(
      Type.JSON,
      "{'timestamp':'2025-11-26T11:45:07.000+00:00','status':404,'error':'Not Found',"
          + "'path':'{path}'}"),
  /** Kong. */
  KONG(Type.JSON, "{'message':'no Route matched with those values'}"),
  /** The page of nginx. */
  INGRESS_HTML(
      Type.HTML,
      "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not"
          + " Found</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"),
  /** The text of an ingress without a rule for the path. */
  INGRESS_TEXT(Type.TEXT, "default backend - 404"),
  /** The text of Go's own router, and so of Traefik. */
  GO_TEXT(Type.TEXT, "404 page not found\n");

  private static final class Type {
    static final String JSON = "application/json";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain; charset=utf-8";
  }

  private final String contentType;
  private final String template;

  UnknownRoute(String contentType, String template) {
    this.contentType = contentType;
    this.template = contentType.equals(Type.JSON) ? template.replace('\'', '"') : template;
  }

  SimulatedAnswer answer(ApiRequest request) {
    return SimulatedAnswer.of(
        404,
        contentType,
        template
            .replace("{method}", JsonText.escaped(request.method()))
            .replace("{path}", JsonText.escaped(request.path())));
  }
}
