package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Two officers let somebody know of a record without seeing more of it than its marking. */
class NeedToKnowIT {
  private static final String TITLE = "A fictitious paper of few readers";
  private static final String WORDS = "The fictitious words below the marking.";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDecisionOpensARecordUntilItIsEnded(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String document = atRest(glasnost, "SECRET");
    String path = "/api/documents/" + document;
    assertThat(glasnost.as(reader.name()).get(path).status()).isEqualTo(404);

    Caller.Answer unending =
        glasnost.as("security").post(reader.path() + "/grants", Staff.proposal(decision(document)));
    assertThat(unending.status()).isEqualTo(422);
    assertThat(unending.rules()).containsExactly("RGT-0017");

    JsonNode order = staff.proposed(reader, proposal(glasnost, decision(document)));
    assertThat(order.path("marking").path("verbatim").asString()).isEqualTo("SECRET");
    assertThat(glasnost.as(reader.name()).get(path).status()).isEqualTo(404);
    Caller.Answer approved =
        glasnost.as("security2").post("/api/grants/" + order.path("id").asString() + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.header("X-Content-Marking")).isEqualTo("SECRET//NOFORN");

    assertThat(glasnost.as(reader.name()).get(path + "/text").body()).contains(WORDS);
    Caller.Answer needs = glasnost.as("security").get(reader.path() + "/needs");
    assertThat(needs.header("X-Content-Marking")).isEqualTo("SECRET//NOFORN");
    assertThat(needs.json().path("items")).hasSize(1);
    JsonNode need = needs.json().path("items").get(0);
    assertThat(need.path("order").asString()).isEqualTo(order.path("id").asString());
    assertThat(need.path("to").asString())
        .isEqualTo(glasnost.part(OfficeDay.class).today().plusDays(30).toString());
    for (Caller.Answer shown :
        new Caller.Answer[] {needs, approved, glasnost.as("security").get("/api/grants")}) {
      assertThat(shown.body()).doesNotContain(TITLE).doesNotContain(WORDS);
    }
    assertThat(glasnost.as("security").get(path).status()).isEqualTo(404);
    assertThat(glasnost.as("security2").get(path + "/text").status()).isEqualTo(404);

    Caller.Answer ended =
        glasnost
            .as("security")
            .post(
                reader.path() + "/needs/" + need.path("id").asString() + "/end",
                Map.of("reason", "the work is done"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    assertThat(glasnost.as(reader.name()).get(path).status()).isEqualTo(404);
    JsonNode known = ended.json().path("items").get(0);
    assertThat(known.path("ended").path("reason").asString()).isEqualTo("the work is done");
    assertThat(known.path("supersededAt").isNull()).isFalse();

    for (String kind : new String[] {"GRANT_PROPOSED", "GRANT_GIVEN"}) {
      assertThat(staff.lines(kind, order.path("id").asString()))
          .as(kind)
          .singleElement()
          .satisfies(line -> assertThat(line.path("document").asString()).isEqualTo(document));
    }
    assertThat(staff.lines("GRANT_ENDED", reader.id()))
        .singleElement()
        .satisfies(line -> assertThat(line.path("document").asString()).isEqualTo(document));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoIsNamedIsOnTheList(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String document =
        atRest(glasnost, "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE");
    Map<String, Object> named = decision(document);
    named.put("source", "NAMED");
    Caller officer = glasnost.as("security");
    Caller.Answer unnamed = officer.post(reader.path() + "/grants", Staff.proposal(named));
    assertThat(unnamed.rules()).as(unnamed.body()).containsExactly("RGT-0019");
    named.put("recipient", "THE VICE PRESIDENT");
    assertThat(officer.post(reader.path() + "/grants", Staff.proposal(named)).rules())
        .containsExactly("RGT-0019");

    named.put("recipient", "NSC ADVISOR MCFARLANE");
    JsonNode given = staff.given(reader, Staff.proposal(named));
    assertThat(given.path("grant").path("recipient").asString()).isEqualTo("NSC ADVISOR MCFARLANE");
    assertThat(glasnost.as(reader.name()).get("/api/documents/" + document + "/text").body())
        .contains(WORDS);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatAnOfficerIsNotClearedForIsNotThere(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Staff.Hired low = staff.hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.CONFIDENTIAL);
    try {
      Caller officer = glasnost.as(low.name());
      String secret = atRest(glasnost, "SECRET");
      String open = atRest(glasnost, "CONFIDENTIAL");
      String grants = reader.path() + "/grants";

      Caller.Answer forbidden = officer.post(grants, proposal(glasnost, decision(secret)));
      Caller.Answer absent =
          officer.post(grants, proposal(glasnost, decision(UUID.randomUUID().toString())));
      assertThat(forbidden.status()).isEqualTo(404);
      assertThat(forbidden.body()).isEqualTo(absent.body());
      Standing.refusedLast(glasnost, secret, "ACCESS_REFUSED", "ACC-0001", low.name());
      // Names nothing that they do not know even where the rest of it is wrong.
      Map<String, Object> wrong = Staff.proposal(decision(secret));
      wrong.remove("reason");
      assertThat(officer.post(grants, wrong).body()).isEqualTo(absent.body());

      String known = staff.given(reader, proposal(glasnost, decision(open))).path("id").asString();
      JsonNode hidden = staff.given(reader, proposal(glasnost, decision(secret)));
      String order = "/api/grants/" + hidden.path("id").asString();
      Caller.Answer unseen = officer.get(order);
      assertThat(unseen.status()).isEqualTo(404);
      assertThat(unseen.body().replace(hidden.path("id").asString(), ""))
          .isEqualTo(withoutId(officer, "/api/grants/", UUID.randomUUID().toString()));
      Standing.refusedLast(glasnost, secret, "ACCESS_REFUSED", "ACC-0001", low.name());
      assertThat(officer.post(order + "/approve").status()).isEqualTo(404);
      assertThat(officer.post(order + "/withdraw").status()).isEqualTo(404);

      Caller.Answer list = officer.get("/api/grants?limit=200&person=" + reader.id());
      assertThat(list.json().path("items").valueStream().map(o -> o.path("id").asString()))
          .containsExactly(known);
      assertThat(list.body()).doesNotContain(secret);
      Caller.Answer needs = officer.get(reader.path() + "/needs");
      assertThat(needs.json().path("items")).hasSize(1);
      assertThat(needs.body()).doesNotContain(secret);
      String need =
          glasnost
              .as("security")
              .get(reader.path() + "/needs")
              .json()
              .path("items")
              .valueStream()
              .filter(n -> n.path("document").asString().equals(secret))
              .findFirst()
              .orElseThrow()
              .path("id")
              .asString();
      assertThat(
              officer
                  .post(reader.path() + "/needs/" + need + "/end", Map.of("reason", "x"))
                  .status())
          .isEqualTo(404);
    } finally {
      staff.leaves(low);
    }
  }

  private static String withoutId(Caller officer, String path, String id) {
    return officer.get(path + id).body().replace(id, "");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoStandsApartGetsNoText(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String document = atRest(glasnost, "SECRET");
    for (String name : new String[] {"security2", "auditor", "admin"}) {
      Staff.Hired apart = new Staff.Hired(staff.id(name), name);
      Caller.Answer refused =
          glasnost
              .as("security")
              .post(apart.path() + "/grants", proposal(glasnost, decision(document)));
      assertThat(refused.status()).as(name).isEqualTo(422);
      assertThat(refused.rules()).as(name).containsExactly("RGT-0028");
    }
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    staff.given(reader, proposal(glasnost, decision(document)));
    end(glasnost, staff, reader);
    Caller.Answer appointed =
        glasnost
            .as("security")
            .post(
                reader.path() + "/grants",
                Staff.proposal(Map.of("kind", "ROLE", "role", "AUDITOR")));
    assertThat(appointed.rules()).containsExactly("RGT-0029");
    staff.refusedLast("security", "ACTION_REFUSED", "RGT-0029");
  }

  /** Ends the one role of somebody. */
  private static void end(RunningGlasnost glasnost, Staff staff, Staff.Hired person) {
    Caller.Answer ended =
        glasnost
            .as("security")
            .post(
                person.path() + "/rights/" + staff.running(person, "ROLE") + "/end",
                Map.of("reason", "another post"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
  }

  private static Map<String, Object> decision(String document) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("kind", "NEED_TO_KNOW");
    grant.put("document", document);
    grant.put("source", "DECISION");
    grant.put("scope", "TEXT");
    return grant;
  }

  private static Map<String, Object> proposal(RunningGlasnost glasnost, Map<String, Object> grant) {
    Map<String, Object> proposal = Staff.proposal(grant);
    proposal.put("to", glasnost.part(OfficeDay.class).today().plusDays(30).toString());
    return proposal;
  }

  private static String atRest(RunningGlasnost glasnost, String marking) {
    return new Work(glasnost)
        .atRest(marking + "\n\n" + WORDS + "\n", Papers.fields(TITLE, "1985-03-25"));
  }
}
