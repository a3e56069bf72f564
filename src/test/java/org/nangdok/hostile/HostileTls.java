package org.nangdok.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for one name, made afresh, and a trust in just that certificate. */
public final class HostileTls {

  static final String PASSWORD = "hostile";

  private final Path keyStore;

  private HostileTls(Path keyStore) {
    this.keyStore = keyStore;
  }

  static HostileTls of(String name) {
    try {
      Path folder = Files.createTempDirectory("hostile-tls");
      Path file = folder.resolve("keys.p12");
      Process keytool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-alias",
                      "site",
                      "-keyalg",
                      "EC",
                      "-dname",
                      "CN=" + name,
                      "-ext",
                      "SAN=dns:" + name,
                      "-validity",
                      "2",
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      PASSWORD,
                      "-keystore",
                      file.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool could not make a certificate");
      }
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return new HostileTls(file);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Path keyStore() {
    return keyStore;
  }

  /** A context that trusts this certificate and no other. */
  public SSLContext trusting() {
    try (InputStream in = Files.newInputStream(keyStore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("site", keys.getCertificate("site"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
