package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Officers find people by words of a name: signs of a pattern are signs, letters have no case. */
class PeopleByNameIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void findsWordsAsTheyStandInWhateverCase(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    List<Staff.Hired> all =
        List.of(
            hired(staff, "nf_percent", "Nf Hundred% Notional"),
            hired(staff, "nfxpercent", "Nf Hundred Notional"),
            hired(staff, "nf-slash", "Nf Back\\slash! O'Notional"),
            hired(staff, "nf-accent", "Nf ÉMILE Ångström-ŁUKASZ ΣΟΦΙΑ Жуков"));
    try {
      finds(glasnost, "nf_", "nf_percent");
      finds(glasnost, "NF_PERCENT", "nf_percent");
      finds(glasnost, "hundred%", "nf_percent");
      finds(glasnost, "nf hundred", "nf_percent", "nfxpercent");
      finds(glasnost, "Nf%Notional");
      finds(glasnost, "nf percent");
      finds(glasnost, "back\\slash", "nf-slash");
      finds(glasnost, "\\SLASH!", "nf-slash");
      finds(glasnost, "nf \\");
      finds(glasnost, "o'notional", "nf-slash");
      finds(glasnost, "Nf!");
      finds(glasnost, "nf émile", "nf-accent");
      finds(glasnost, "NF ÉMILE", "nf-accent");
      finds(glasnost, "ångström-łukasz", "nf-accent");
      finds(glasnost, "ÅNGSTRÖM-ŁUKASZ", "nf-accent");
      finds(glasnost, "жУКОВ", "nf-accent");
      finds(glasnost, "nf emile");
      finds(glasnost, "nf\u0000");
    } finally {
      all.forEach(staff::leaves);
    }
    // Who has left is found as well.
    finds(glasnost, "nf_percent", "nf_percent");
  }

  private static Staff.Hired hired(Staff staff, String userName, String displayName) {
    return staff.hired(userName, displayName, Role.REVIEWER, "STATE", null);
  }

  /** As the use case has it, and as the page shows it. */
  private static void finds(RunningGlasnost glasnost, String words, String... userNames) {
    Person officer = glasnost.part(People.class).byUserName("security").orElseThrow();
    assertThat(glasnost.part(ViewingPeople.class).page(officer, words, null, 50))
        .as(words)
        .extracting(ViewingPeople.Known::userName)
        .containsExactly(userNames);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageSendsTheWordsAsTheyWereTyped(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired one = hired(staff, "nq_one", "Nq %_\\ É");
    Staff.Hired other = hired(staff, "nqxtwo", "Nq ab E");
    SignedInPages pages = new SignedInPages(glasnost).as("security");

    String body =
        pages
            .reads("/people?name=" + URLEncoder.encode("nQ %_\\ é", StandardCharsets.UTF_8))
            .body();

    assertThat(body).contains("nq_one").doesNotContain("nqxtwo");
    staff.leaves(one);
    staff.leaves(other);
  }
}
