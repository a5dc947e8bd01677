// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** What both sides of a TLS connection are made from: the server's socket, the route's option. */
final class Tls {

  private Tls() {}

  /** A socket of a server with that certificate, which trusts clients of our authority. */
  static SSLServerSocket listen(KeyStore identity) throws IOException {
    return (SSLServerSocket)
        serverContext(identity)
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** The server's side of a connection, which can still be ended below TLS, without a farewell. */
  static SSLSocket wrap(Socket accepted, KeyStore identity) throws IOException {
    SSLSocket socket =
        (SSLSocket) serverContext(identity).getSocketFactory().createSocket(accepted, null, false);
    socket.setUseClientMode(false);
    return socket;
  }

  private static SSLContext serverContext(KeyStore identity) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(identity, Certificates.PASSWORD.toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(Certificates.TRUSTED);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, speaking one version of the protocol only. */
  static SSLServerSocket listen(KeyStore identity, String protocol) throws IOException {
    SSLServerSocket socket = listen(identity);
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  /** The option of a route that trusts an authority. */
  static SSLContextParameters trusting(KeyStore authority) {
    TrustManagersParameters trust = new TrustManagersParameters();
    trust.setKeyStore(parameters(authority));
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(trust);
    return parameters;
  }

  /** The option of a route that trusts our authority and has a certificate of its own. */
  static SSLContextParameters presenting(KeyStore identity) {
    KeyManagersParameters keys = new KeyManagersParameters();
    keys.setKeyStore(parameters(identity));
    keys.setKeyPassword(Certificates.PASSWORD);
    SSLContextParameters parameters = trusting(Certificates.TRUSTED);
    parameters.setKeyManagers(keys);
    return parameters;
  }

  /** The option of a route that trusts our authority and speaks one version of the protocol. */
  static SSLContextParameters speaking(String protocol) {
    SecureSocketProtocolsParameters protocols = new SecureSocketProtocolsParameters();
    protocols.getSecureSocketProtocol().add(protocol);
    SSLContextParameters parameters = trusting(Certificates.TRUSTED);
    parameters.setSecureSocketProtocols(protocols);
    return parameters;
  }

  private static KeyStoreParameters parameters(KeyStore keyStore) {
    KeyStoreParameters parameters = new KeyStoreParameters();
    parameters.setKeyStore(keyStore);
    return parameters;
  }
}
