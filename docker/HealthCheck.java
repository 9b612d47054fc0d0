import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The image's health check: ends with 0 when the application in the same container says that it is
 * ready, with 1 otherwise. The image holds no curl.
 */
final class HealthCheck {
  private static final int PATIENCE_MILLIS = 4_000;

  private HealthCheck() {}

  public static void main(String[] arguments) {
    String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
    String scheme = hasTls() ? "https" : "http";
    System.exit(
        isReady(scheme + "://127.0.0.1:" + port + "/actuator/health/readiness") ? 0 : 1);
  }

  private static boolean hasTls() {
    return System.getenv().keySet().stream()
        .anyMatch(
            name ->
                name.equals("SERVER_SSL_KEYSTORE")
                    || name.equals("SERVER_SSL_CERTIFICATE")
                    || name.equals("SERVER_SSL_BUNDLE"));
  }

  private static boolean isReady(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      if (connection instanceof HttpsURLConnection tls) {
        tls.setSSLSocketFactory(anyOfThisContainer().getSocketFactory());
        tls.setHostnameVerifier((host, session) -> true);
      }
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException | GeneralSecurityException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  /** Over loopback there is nobody to be mistaken for it, and its certificate names another host. */
  private static SSLContext anyOfThisContainer() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    X509TrustManager any =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String algorithm) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String algorithm) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    context.init(null, new TrustManager[] {any}, null);
    return context;
  }
}
