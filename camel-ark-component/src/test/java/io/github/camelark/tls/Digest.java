// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digest authentication with MD5 as RFC 7616 has it, as a proxy sees it: who knows the password
 * proves it without telling it.
 */
record Digest(String user, String password) {

  private static final String REALM = "proxy";
  private static final String NONCE = "once";
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

  String challenge() {
    return "Digest realm=\"%s\", nonce=\"%s\", qop=\"auth\"".formatted(REALM, NONCE);
  }

  boolean isProvenBy(HttpHead head) {
    String header = head.header("Proxy-Authorization");
    if (header == null || !header.startsWith("Digest ")) {
      return false;
    }
    Map<String, String> fields = fields(header);
    return user.equals(fields.get("username"))
        && REALM.equals(fields.get("realm"))
        && NONCE.equals(fields.get("nonce"))
        && "auth".equals(fields.get("qop"))
        && head.target().endsWith(fields.getOrDefault("uri", "none"))
        && proof(head.method(), fields).equals(fields.get("response"));
  }

  private String proof(String method, Map<String, String> fields) {
    return md5(
        md5(user + ":" + REALM + ":" + password)
            + ":%s:%s:%s:auth:".formatted(NONCE, fields.get("nc"), fields.get("cnonce"))
            + md5(method + ":" + fields.get("uri")));
  }

  private static Map<String, String> fields(String header) {
    Map<String, String> fields = new HashMap<>();
    Matcher found = FIELD.matcher(header);
    while (found.find()) {
      fields.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
    }
    return fields;
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
