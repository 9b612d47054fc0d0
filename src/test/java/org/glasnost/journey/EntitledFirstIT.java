package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether one may do it comes before what one has seen of it, and that before how it stands: who
 * may not is told so, whatever version they name.
 */
class EntitledFirstIT {
  private static final String STALE = "\"999\"";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofTasks(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("Entitled first"));
    String task = "/api/tasks/" + work.open("reviewer.state", "FIRST_REVIEW", document);
    // A senior reviewer assigns it and so knows of it, but has no part in it.
    for (String act : List.of("/claim", "/unclaim", "/complete")) {
      refused(sent(glasnost.as("senior.state"), task + act, "{}"), 403, "TSK-0007");
    }
    refused(drafted(glasnost.as("senior.state"), task), 403, "TSK-0007");
    refused(sent(glasnost.as("reviewer.state"), task + "/assign", "{}"), 403, "TSK-0004");
    Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", "TSK-0004", "reviewer.state");

    for (String act : List.of("/claim", "/unclaim", "/complete")) {
      refused(sent(glasnost.as("reviewer.state"), task + act, "{}"), 412, "WEB-0008");
    }
    refused(drafted(glasnost.as("reviewer.state"), task), 412, "WEB-0008");
    refused(sent(glasnost.as("senior.state"), task + "/assign", "{}"), 412, "WEB-0008");

    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    refused(sent(glasnost.as("reviewer.state"), task + "/complete", "{}"), 412, "WEB-0008");
    // Who reviewed first has no part in the second review, seen or not.
    String second = "/api/tasks/" + work.open("reviewer2.state", "SECOND_REVIEW", document);
    refused(sent(glasnost.as("reviewer.state"), second + "/complete", "{}"), 403, "REV-0002");
    refused(drafted(glasnost.as("reviewer.state"), second), 403, "REV-0002");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofOrdersForRightsAndAccounts(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String grant =
        "/api/grants/"
            + staff
                .proposed(
                    subject, Staff.proposal(Map.of("kind", "CLEARANCE", "level", "TOP_SECRET")))
                .path("id")
                .asString();
    Caller.Answer opening =
        glasnost
            .as("security")
            .post(
                "/api/people",
                Map.of(
                    "userName",
                    "entitled.first",
                    "displayName",
                    "Notional Newcomer",
                    "position",
                    "Notional reviewer",
                    "agency",
                    "STATE",
                    "reason",
                    "needed"));
    assertThat(opening.status()).as(opening.body()).isEqualTo(201);
    String account = "/api/account-orders/" + opening.json().path("id").asString();
    String why = "{\"reason\":\"not needed\"}";
    for (String order : List.of(grant, account)) {
      Caller first = glasnost.as("security");
      Caller second = glasnost.as("security2");
      refused(sent(first, order + "/approve", null), 403, "RGT-0003");
      refused(sent(first, order + "/reject", why), 403, "RGT-0003");
      assertThat(sent(second, order + "/withdraw", null).status()).isEqualTo(403);
      refused(sent(second, order + "/approve", null), 412, "WEB-0008");
      refused(sent(second, order + "/reject", why), 412, "WEB-0008");
      refused(sent(first, order + "/withdraw", null), 412, "WEB-0008");
      assertThat(sent(glasnost.as("admin"), order + "/approve", null).status()).isEqualTo(403);

      assertThat(first.post(order + "/withdraw").status()).isEqualTo(200);
      refused(sent(first, order + "/withdraw", null), 412, "WEB-0008");
      refused(sent(first, order + "/approve", null), 403, "RGT-0003");
    }
    staff.leaves(subject);
  }

  private static Caller.Answer sent(Caller caller, String path, @Nullable String body) {
    var request = caller.request(path).header("If-Match", STALE);
    return caller.send(
        body == null
            ? request.POST(BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
  }

  private static Caller.Answer drafted(Caller caller, String task) {
    return caller.send(
        caller
            .request(task + "/draft")
            .header("If-Match", STALE)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{}")));
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).contains(rule);
  }
}
