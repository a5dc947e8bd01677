// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Routes that go through a proxy. */
abstract class ProxyTestSupport extends TlsTestSupport {

  static final String USER = "proxy-user";

  /** With what a URI, a header or a pattern might trip over. */
  static final String PASSWORD = "fake-password&%20+=:@$1";

  static ScriptedServer secure() throws IOException {
    return OneFileApi.start(Tls.listen(Certificates.SERVER));
  }

  static ScriptedServer service(String scheme) throws IOException {
    return scheme.equals("https") ? secure() : OneFileApi.plain();
  }

  final void connect(ScriptedServer service, String scheme) {
    connectTo(scheme + "://127.0.0.1:" + service.port())
        .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));
  }

  final void through(ProxyServer proxy) {
    component()
        .getConfiguration()
        .setHttpOptions(new HashMap<>(Map.of("proxyHost", "127.0.0.1", "proxyPort", proxy.port())));
  }

  final void through(ProxyServer proxy, String password) {
    through(proxy);
    component().getConfiguration().getHttpOptions().put("proxyAuthUsername", USER);
    component().getConfiguration().getHttpOptions().put("proxyAuthPassword", password);
  }
}
