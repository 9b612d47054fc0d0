package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An export that fails when much of it has gone out does not look whole to whoever takes it. */
class BrokenExportIT {
  /**
   * Of one kind: what is in force is not told, and its table is first looked at after the leaves.
   */
  private static final String OF_READINGS = "kind=CONTENT_READ";

  /** More than the server holds back before an answer begins. */
  private static final int LEAVES = 400;

  private static final List<String> FORMS = List.of("application/x-ndjson", "text/csv");
  private static final List<String> PAGES = List.of("ndjson", "csv");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void isBrokenOff() throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller reviewer = glasnost.as("reviewer.state");
    for (int i = 0; i < LEAVES; i++) {
      assertThat(reviewer.get("/api/journal/events").status()).isEqualTo(403);
    }
    SignedInPages auditor = new SignedInPages(glasnost).as("auditor");
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    jdbc.sql("alter table document_marking rename to document_marking_away").update();
    try {
      for (String form : FORMS) {
        HttpResponse<InputStream> answer = begun(glasnost, form);
        assertThat(answer.statusCode()).as(form).isEqualTo(200);
        assertThatThrownBy(() -> answer.body().readAllBytes())
            .as(form)
            .isInstanceOf(IOException.class);
      }
      for (String form : PAGES) {
        assertThatThrownBy(
                () -> auditor.reads("/journal/export?" + OF_READINGS + "&format=" + form))
            .as(form)
            .hasRootCauseInstanceOf(IOException.class);
      }
    } finally {
      jdbc.sql("alter table document_marking_away rename to document_marking").update();
    }
    for (String form : FORMS) {
      byte[] whole = begun(glasnost, form).body().readAllBytes();
      assertThat(new String(whole, StandardCharsets.UTF_8)).as(form).contains("signature");
    }
  }

  private HttpResponse<InputStream> begun(RunningGlasnost glasnost, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(glasnost.address() + "/api/journal/export?" + OF_READINGS))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("auditor:auditor".getBytes(StandardCharsets.UTF_8)))
            .header("Accept", accept)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }
}
