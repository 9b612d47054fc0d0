package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A phrase that stands nowhere else goes through everything that takes content, and is afterwards
 * nowhere but where content lies sealed. Each way in has an ending of its own, so that what is
 * found tells how it came there.
 */
@Tag("long")
class CanaryIT {
  private static final String BASIS = "3.3(b)(6)";

  private final String canary = canary();

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isAfterwardsNowhereButWhereContentLiesSealed(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Traces traces = Traces.of(canary);
    theSearchFindsItInEveryForm(traces);
    try (Kept kept = new Kept(glasnost, database)) {
      String uploaded = goesThroughAnUpload(glasnost);
      goesThroughACorrection(glasnost, uploaded);
      goesThroughReviewAndRelease(glasnost);
      goesThroughARefusal(glasnost);
      goesThroughPages(glasnost);
      byte[] export =
          glasnost.as("auditor").get("/api/journal/export", "application/x-ndjson").raw().body();

      assertThat(found(traces, export)).as("the export").isEmpty();
      assertThat(found(traces, kept.log())).as("the log").isEmpty();
      assertThat(found(traces, kept.sessions())).as("the sessions").isEmpty();
      byte[] dump = kept.database();
      assertThat(Traces.of(uploaded).in(dump)).as("the dump holds our tables").isPresent();
      assertThat(new String(dump, StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT))
          .as("the dump holds the journal and the engine")
          .contains("journal_body")
          .contains("act_hi_taskinst");
      assertThat(found(traces, dump)).as("the database").isEmpty();
      assertThat(kept.filesWith(traces)).as("files").isEmpty();
    }
  }

  private String goesThroughAnUpload(RunningGlasnost glasnost) {
    Map<String, Object> metadata = new LinkedHashMap<>(fields());
    metadata.put("title", canary + "FileTitle");
    metadata.put("author", canary + "Author");
    metadata.put("addressee", canary + "Addressee");
    metadata.put("controlNumber", canary + "Control");
    String boundary = "glasnost-boundary";
    // More than what a server would keep in memory by its own lights.
    String text = "SECRET\n\n" + (canary + "FileText. ").repeat(100_000) + "\n";
    Caller intake = glasnost.as("intake.nara");
    Caller.Answer answer =
        intake.send(
            intake
                .request("/api/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    BodyPublishers.ofString(
                        "--"
                            + boundary
                            + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                            + "Content-Type: application/json\r\n\r\n"
                            + Caller.JSON.writeValueAsString(metadata)
                            + "\r\n--"
                            + boundary
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + canary
                            + "Name.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                            + text
                            + "\r\n--"
                            + boundary
                            + "--\r\n")));
    assertThat(answer.status()).as("status of the upload").isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private void goesThroughACorrection(RunningGlasnost glasnost, String uploaded) {
    Caller intake = glasnost.as("intake.nara");
    assertThat(
            intake
                .patch(
                    "/api/documents/" + uploaded,
                    "{\"title\":\"" + canary + "NewTitle\",\"reason\":\"" + canary + "WhyNew\"}")
                .status())
        .isEqualTo(200);
    assertThat(intake.get("/api/documents?q=" + canary + "NewTitle").body()).contains(uploaded);
    assertThat(
            intake
                .post(
                    "/api/documents/" + uploaded + "/withdraw",
                    Map.of("reason", canary + "Withdrawn"))
                .status())
        .isEqualTo(200);
  }

  private void goesThroughReviewAndRelease(RunningGlasnost glasnost) {
    Work work = new Work(glasnost);
    Map<String, Object> fields = new LinkedHashMap<>(fields());
    fields.put("title", canary + "Title");
    String text =
        "SECRET\nDECL: OADR\n\n"
            + canary
            + "Kept and "
            + canary
            + "Gone.\nSECRET/"
            + canary
            + "Marked told him\nClassified by "
            + canary
            + "Source\nDeclassify on hearing of "
            + canary
            + "Event\n";
    String document = work.registers(text, fields);
    Caller classifier = glasnost.as("classifier.state");
    Map<String, Object> acceptance =
        new LinkedHashMap<>(
            Work.acceptance(classifier.get("/api/documents/" + document).json(), null));
    acceptance.put("reason", canary + "Marking");
    String marking = work.claim("classifier.state", "MARKING_REVIEW", document);
    String draft = "/api/tasks/" + marking + "/draft";
    assertThat(classifier.put(draft, "{\"" + canary + "Member\":1}").status()).isEqualTo(400);
    assertThat(classifier.put(draft, "{\"reason\":\"" + canary + "Draft\"}").status())
        .isEqualTo(200);
    assertThat(classifier.get(draft).body()).contains("Draft");
    completes(classifier, marking, acceptance);

    Caller.Answer ordered =
        glasnost
            .as("records.nara")
            .post(
                "/api/reviews",
                Map.of(
                    "kind",
                    "MANDATORY",
                    "documents",
                    List.of(document),
                    "requester",
                    canary + "Requester"));
    assertThat(ordered.status()).isEqualTo(201);
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(), "reason", canary + "Equities"));
    List<String> portions = work.portions("records.nara", document);
    String last = portions.get(portions.size() - 1);
    int from = canary.length() + "Kept and ".length();
    int to = from + canary.length() + "Gone".length();
    Map<String, Object> decision =
        new LinkedHashMap<>(Decisions.inPart(portions, last, from, to, BASIS));
    decision.put("reason", canary + "First");
    work.does("reviewer.state", "FIRST_REVIEW", document, decision);
    work.does(
        "reviewer2.state",
        "SECOND_REVIEW",
        document,
        Map.of("return", true, "reason", canary + "Return"));
    Map<String, Object> referred = new LinkedHashMap<>(decision);
    referred.put("determination", "REFER");
    referred.remove("instruction");
    referred.put(
        "referrals",
        List.of(Map.of("agency", "CIA", "portions", List.of(last), "reason", canary + "Referral")));
    work.does("reviewer.state", "FIRST_REVIEW", document, referred);
    work.does(
        "coordinator.nara",
        "REFERRAL_ANSWER",
        document,
        Map.of(
            "agency",
            "CIA",
            "portions",
            List.of(Map.of("portion", last, "decision", "RELEASE", "reason", canary + "Answered")),
            "answeredOn",
            "2026-01-05",
            "evidence",
            canary + "Evidence",
            "reason",
            canary + "Answer"));
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision);
    work.does("senior.state", "ADJUDICATION", document, decision);
    work.does(
        "authority.state",
        "SIGNATURE",
        document,
        Map.of("sign", false, "reason", canary + "Unsigned"));
    work.does("senior.state", "ADJUDICATION", document, decision);
    work.does(
        "authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", canary + "Sign"));
    Map<String, Object> redaction = new LinkedHashMap<>(Decisions.redaction(last, from, to, BASIS));
    redaction.put("reason", canary + "Redaction");
    work.does("redactor.nara", "REDACTION", document, redaction);
    work.does(
        "redactor2.nara",
        "REDACTION_CHECK",
        document,
        Map.of("accept", false, "reason", canary + "Check"));
    work.does("redactor.nara", "REDACTION", document, redaction);
    work.does(
        "redactor2.nara",
        "REDACTION_CHECK",
        document,
        Map.of("accept", true, "reason", canary + "Checked"));
    String release = work.claim("records.nara", "RELEASE", document);
    completes(
        glasnost.as("records.nara"),
        release,
        Map.of("release", true, "reason", canary + "Release"));
    for (String form : List.of("application/json", "text/plain", "text/html", "application/pdf")) {
      Caller.Answer copy =
          glasnost.as("reviewer.confidential").get("/api/documents/" + document + "/release", form);
      assertThat(copy.status()).as(form).isEqualTo(200);
      if (!form.endsWith("pdf")) {
        assertThat(copy.body()).as(form).contains(canary + "Kept").doesNotContain("Gone");
      }
    }
  }

  private void goesThroughARefusal(RunningGlasnost glasnost) {
    Work work = new Work(glasnost);
    String document = work.underReview("SECRET\n\n" + canary + "Refused.\n", fields());
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller reviewer = glasnost.as("reviewer.state");
    String path = "/api/tasks/" + task + "/complete";
    List<String> bodies =
        List.of(
            "{\"" + canary + "Member\":1}",
            "{\"determination\":\"" + canary + "Word\",\"reason\":\"so\"}",
            "{\"determination\":\"DECLASSIFY_IN_PART\",\"reason\":\"" + canary + "Reason\"}",
            "{\"determination\":\"SUSTAIN\",\"portions\":[{\"portion\":\""
                + canary
                + "Portion\",\"decision\":\"WITHHOLD\",\"basis\":\""
                + canary
                + "Basis\",\"reason\":\""
                + canary
                + "Why\"}],\"reason\":\"so\"}",
            "{\"reason\":[\"" + canary + "Type\"]}",
            "{\"reason\":\"" + canary + "Broken");
    for (String body : bodies) {
      assertThat(reviewer.post(path, body).status()).isBetween(400, 422);
    }
    Caller intake = glasnost.as("intake.nara");
    for (String body :
        List.of(
            "{\"text\":\"" + canary + "NoTitle\"}",
            "{\"title\":\"" + canary + "Control\\u0000\",\"text\":\"" + canary + "Text\"}",
            "{\"title\":\"t\",\"text\":\"" + canary + "\\ud83d\"}",
            "{\"title\":\"t\",\"documentDate\":\"" + canary + "\",\"text\":\"t\"}",
            "{\"title\":\"" + "t".repeat(600) + canary + "\",\"text\":\"t\"}")) {
      assertThat(intake.post("/api/documents", body).status()).isBetween(400, 422);
    }
    assertThat(intake.get("/api/documents/" + canary).status()).isEqualTo(404);
    assertThat(intake.get("/api/documents?level=" + canary).status()).isEqualTo(400);
    assertThat(intake.get("/api/documents?after=" + canary).status()).isEqualTo(400);
    assertThat(
            intake
                .post(
                    "/api/markings/parse",
                    "{\"lines\":[{\"text\":\"SECRET/" + canary + " 5ECRET\"}]}")
                .status())
        .isEqualTo(200);
    assertThat(
            intake
                .post("/api/markings/rollup", "{\"portions\":[\"(S//" + canary + ")\"]}")
                .status())
        .isBetween(200, 422);
    assertThat(
            intake
                .post(
                    "/api/declassification/compute",
                    "{\"level\":\"SECRET\",\"declassifyOn\":\"" + canary + "\"}")
                .status())
        .isBetween(200, 422);
  }

  private void goesThroughPages(RunningGlasnost glasnost) {
    Work work = new Work(glasnost);
    String document = work.registers("SECRET\n\n" + canary + "Page.\n", fields());
    new SignedInPages(glasnost).reads("/documents?q=" + canary + "Stranger");
    SignedInPages intake = new SignedInPages(glasnost).as("intake.nara");
    assertThat(intake.reads("/documents?q=" + canary + "Searched").statusCode()).isEqualTo(200);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("title", "");
    form.put("text", canary + "Pasted");
    form.put("author", canary + "Typed");
    assertThat(intake.sends("/intake", "/intake", form).body()).contains(canary + "Pasted");

    SignedInPages classifier = new SignedInPages(glasnost).as("classifier.state");
    String task = "/tasks/" + work.claim("classifier.state", "MARKING_REVIEW", document);
    assertThat(classifier.reads(task).body()).contains(canary + "Page");
    classifier.sends(
        task, task + "/draft", Map.of("/reason", canary + "PageDraft", "whole", "true"));
    assertThat(
            classifier
                .sends(
                    task,
                    task + "/complete",
                    Map.of("/reason", canary + "PageReason", "whole", "true"))
                .body())
        .contains(canary + "PageReason");
  }

  private static void completes(Caller caller, String task, Object body) {
    Caller.Answer done = caller.post("/api/tasks/" + task + "/complete", body);
    assertThat(done.status()).as("status of completing").isEqualTo(200);
  }

  private void theSearchFindsItInEveryForm(Traces traces) {
    byte[] words = ("x" + canary + "y").getBytes(StandardCharsets.UTF_8);
    for (byte[] form :
        List.of(
            words,
            ("x" + canary).getBytes(StandardCharsets.UTF_16LE),
            java.util.HexFormat.of().formatHex(words).getBytes(StandardCharsets.US_ASCII),
            java.util.Base64.getEncoder().encode(words),
            java.util.Base64.getEncoder()
                .encode(("xy" + canary + "z").getBytes(StandardCharsets.UTF_8)))) {
      assertThat(traces.in(form)).isPresent();
    }
    assertThat(traces.in("nothing of it".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** In which form, and what stands around it; nothing if it is not there. */
  private List<String> found(Traces traces, byte[] bytes) {
    List<String> found = new ArrayList<>();
    traces
        .in(bytes)
        .ifPresent(
            form -> {
              String all = new String(bytes, StandardCharsets.ISO_8859_1);
              int at = all.indexOf(canary);
              found.add(
                  form
                      + (at < 0
                          ? ""
                          : ": "
                              + all.substring(
                                  Math.max(0, at - 200), Math.min(all.length(), at + 60))));
            });
    return found;
  }

  private static Map<String, Object> fields() {
    return Map.of(
        "title",
        "A fictitious memorandum",
        "documentDate",
        "1985-03-25",
        "originatingAgency",
        "STATE",
        "recordStatus",
        "PERMANENT");
  }

  private static String canary() {
    SecureRandom random = new SecureRandom();
    StringBuilder letters = new StringBuilder("canary");
    for (int i = 0; i < 18; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
