// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.AuthenticationStrategy;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.ChallengeType;
import org.apache.hc.client5.http.impl.DefaultAuthenticationStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Answers one kind of challenge only. camel-http takes the option proxyAuthMethod and does nothing
 * with it: who asks for Digest would have the password sent as it is to a proxy that offers Basic.
 * Thread-safe.
 */
final class OneAuthenticationScheme implements AuthenticationStrategy {

  private final String scheme;

  /**
   * @param scheme its name, for example Basic or Digest
   */
  OneAuthenticationScheme(String scheme) {
    this.scheme = scheme.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<AuthScheme> select(
      ChallengeType type, Map<String, AuthChallenge> challenges, HttpContext context) {
    AuthChallenge challenge = challenges.get(scheme);
    return challenge == null
        ? List.of()
        : DefaultAuthenticationStrategy.INSTANCE.select(type, Map.of(scheme, challenge), context);
  }
}
