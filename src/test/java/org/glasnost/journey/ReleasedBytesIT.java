package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is served of a record that is released in part: no byte of what is withheld. */
class ReleasedBytesIT {
  static final List<String> FORMS =
      List.of("application/json", "text/plain", "text/html", "application/pdf");
  private static final String BASIS = "3.3(b)(6)";
  private static final Map<String, Object> FIELDS =
      Map.of(
          "title",
          "A title that is as secret as the text",
          "documentDate",
          "1985-03-25",
          "originatingAgency",
          "STATE",
          "caseNumber",
          "F99-051",
          "recordStatus",
          "PERMANENT");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void holdsNothingOfWhatIsWithheldAndHidesItsLength(Databases database) throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String shorter = released(glasnost, "QXJWVKZQ");
    String longer = released(glasnost, "QXJWVKZQ and \uD83D\uDD4A many more words ".repeat(40));
    Traces withheld = Traces.of("QXJWVKZQ");
    Traces kept = Traces.of("told of in passing");
    Traces title = Traces.of("as secret as the text");
    Caller anybody = glasnost.as("reviewer.confidential");

    for (String form : FORMS) {
      Caller.Answer answer = anybody.get("/api/documents/" + shorter + "/release", form);
      assertThat(answer.status()).as(form).isEqualTo(200);
      assertThat(answer.header("X-Content-Marking")).as(form).isEqualTo("UNCLASSIFIED");
      byte[] served = answer.raw().body();
      byte[] opened = form.endsWith("pdf") ? everythingIn(served) : served;
      // The search would find the words if they were there: what is kept is found.
      assertThat(kept.in(opened)).as(form).isPresent();
      assertThat(withheld.in(served)).as(form).isEmpty();
      assertThat(withheld.in(opened)).as(form).isEmpty();
      assertThat(title.in(opened)).as(form).isEmpty();
      assertThat(Traces.of("[withheld: " + BASIS + "]").in(opened)).as(form).isPresent();
      assertThat(anybody.get("/api/documents/" + longer + "/release", form).raw().body())
          .as("the same bytes, whatever the length withheld, as %s", form)
          .isEqualTo(served);
    }
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?document=" + shorter + "&kind=RELEASED")
                .body())
        .doesNotContain("QXJWVKZQ");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void servesNothingWhereEverythingIsWithheld(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(text("QXJWVKZQ"), FIELDS);
    work.decides(
        document, Decisions.withholdAll(work.portions("records.nara", document), "FOIA b(6)"));

    JsonNode record = glasnost.as("records.nara").get("/api/documents/" + document).json();
    assertThat(record.path("state").asString()).isEqualTo("DECLASSIFIED_WITHHELD");
    assertThat(record.path("marking").path("level").asString()).isEqualTo("UNCLASSIFIED");
    assertThat(record.path("review").isNull()).isTrue();
    for (String form : FORMS) {
      assertThat(
              glasnost
                  .as("records.nara")
                  .get("/api/documents/" + document + "/release", form)
                  .status())
          .isEqualTo(404);
    }
    assertThat(
            glasnost
                .as("redactor.nara")
                .get("/api/tasks?document=" + document)
                .json()
                .path("items"))
        .isEmpty();
    assertThat(glasnost.as("reviewer.confidential").get("/api/documents/" + document).status())
        .isEqualTo(404);
    assertThat(
            glasnost
                .as("reviewer.confidential")
                .get("/api/documents/" + document + "/text")
                .status())
        .isEqualTo(404);
  }

  /** A record that is released but for the words withheld. */
  static String released(RunningGlasnost glasnost, String withheld) {
    Work work = new Work(glasnost);
    String document = work.underReview(text(withheld), FIELDS);
    String first = work.claim("reviewer.state", "FIRST_REVIEW", document);
    String portion = "";
    int from = 0;
    for (JsonNode item :
        glasnost
            .as("reviewer.state")
            .get("/api/documents/" + document + "/portions")
            .json()
            .path("items")) {
      String words = item.path("text").asString();
      int at = words.indexOf(withheld);
      if (at >= 0) {
        portion = item.path("id").asString();
        from = words.codePointCount(0, at);
      }
    }
    int to = from + withheld.codePointCount(0, withheld.length());
    Map<String, Object> decision =
        Decisions.inPart(work.portions("reviewer.state", document), portion, from, to, BASIS);
    Caller.Answer decided =
        glasnost.as("reviewer.state").post("/api/tasks/" + first + "/complete", decision);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    work.does(
        "redactor.nara", "REDACTION", document, Decisions.redaction(portion, from, to, BASIS));
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "done"));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", "done"));
    return document;
  }

  private static String text(String withheld) {
    return "SECRET\nDECL: OADR\n\nThis text is fictitious. It is told of in passing \uD83D\uDD4A that "
        + withheld
        + " and that this is the end of it.\n\nNothing more is said.\n";
  }

  /** The file as it is, every stream inflated, every string, and the text that a reader sees. */
  private static byte[] everythingIn(byte[] pdf) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        write(object.getObject(), all);
      }
      write(document.getDocument().getTrailer(), all);
      // A line ends where the page does; the words are the same.
      all.write(
          new PDFTextStripper()
              .getText(document)
              .replaceAll("[\\s\u00A0]+", " ")
              .getBytes(StandardCharsets.UTF_8));
    }
    return all.toByteArray();
  }

  private static void write(COSBase base, ByteArrayOutputStream all) throws IOException {
    if (base instanceof COSString string) {
      all.write(string.getBytes());
      all.write(string.getString().getBytes(StandardCharsets.UTF_8));
      all.write('\n');
    } else if (base instanceof COSArray array) {
      for (COSBase element : array) {
        write(element, all);
      }
    } else if (base instanceof COSDictionary dictionary) {
      for (COSBase value : dictionary.getValues()) {
        write(value, all);
      }
      if (base instanceof COSStream stream) {
        all.write(stream.createInputStream().readAllBytes());
      }
    }
  }
}
