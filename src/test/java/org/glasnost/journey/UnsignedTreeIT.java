package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checkpoint is there of a tree that is larger, as where the journal's end was cut. */
class UnsignedTreeIT {
  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageStillSearchesAndSaysThatNothingIsSigned(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    SignedInPages auditor = new SignedInPages(glasnost).as("auditor");
    Caller program = glasnost.as("auditor");
    assertThat(program.get("/api/journal/checkpoint", "text/plain").status()).isEqualTo(200);
    assertThat(auditor.reads("/journal").body())
        .contains("A signed statement binds")
        .doesNotContain("cannot sign");
    String origin = glasnost.part(JournalOrigin.class).name();
    Path beyond =
        glasnost
            .data()
            .resolve("checkpoints")
            .resolve(origin.replace('/', '_'))
            .resolve("000000999999999.checkpoint");
    Files.writeString(
        beyond, origin + "\n999999999\nMOWlfs6RtVrvxsXPG5M0I6+wVPJK7xhPaeAEM3Q5+Ko=\n\n— x\n");
    try {
      // Something new, so that the tree is to be signed again.
      program.get("/api/journal/events");
      assertThat(program.get("/api/journal/checkpoint", "text/plain").rules())
          .containsExactly("JRN-0002");
      HttpResponse<String> page = auditor.reads("/journal?kind=JOURNAL_READ");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("The journal cannot sign its tree", "JRN-0002", "After a restore")
          .contains("Journal read", "id=\"kind\"", "Export")
          .doesNotContain("A signed statement binds");
    } finally {
      Files.delete(beyond);
    }
    assertThat(auditor.reads("/journal").body()).contains("A signed statement binds");
  }

  /** As the API refuses it; what was asked for stays where it can be mended. */
  @ParameterizedTest
  @EnumSource(names = "H2")
  void thePageTellsAnOrderThatThereIsNot(Databases database) {
    SignedInPages auditor = new SignedInPages(RunningGlasnost.on(database)).as("auditor");
    for (String order : new String[] {"up", "ASC"}) {
      HttpResponse<String> page = auditor.reads("/journal?order=" + order);
      assertThat(page.statusCode()).as(order).isEqualTo(400);
      assertThat(page.body())
          .contains("WEB-0204", "order-found", "<option value=\"" + order + "\" selected");
    }
    for (String order : new String[] {"", "asc", "desc"}) {
      assertThat(auditor.reads("/journal?order=" + order).statusCode()).as(order).isEqualTo(200);
    }
  }
}
