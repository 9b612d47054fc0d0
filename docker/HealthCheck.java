import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The image's health check: ends with 0 when the application in the same container says that it is
 * ready, with 1 otherwise. The image holds no curl.
 */
final class HealthCheck {
  private static final int PATIENCE_MILLIS = 4_000;

  private HealthCheck() {}

  public static void main(String[] arguments) {
    String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
    System.exit(isReady("http://127.0.0.1:" + port + "/actuator/health/readiness") ? 0 : 1);
  }

  private static boolean isReady(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }
}
