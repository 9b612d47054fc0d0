package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.Rights;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.EndingRight;
import org.glasnost.authority.openid.Claimed;
import org.glasnost.authority.openid.ClaimsRefused;
import org.glasnost.authority.openid.ClaimsRefused.Reason;
import org.glasnost.authority.openid.FollowingClaims;
import org.glasnost.authority.openid.FollowingClaims.Followed;
import org.glasnost.authority.openid.FollowingClaims.Word;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a provider gives is what it claims, from sign-in to sign-in. */
class FollowingClaimsIT {
  private static final Right REVIEWER = new Right.Appointment(Role.REVIEWER);
  private static final Right REDACTOR = new Right.Appointment(Role.REDACTOR);
  private static final Right OFFICER = new Right.Appointment(Role.SECURITY_OFFICER);
  private static final Right SECRET = new Right.Clearance(ClassificationLevel.SECRET);

  /** Somebody at the provider, whom the application has not seen yet. */
  private static final class Subject {
    private final RunningGlasnost glasnost;
    private final String unique = UUID.randomUUID().toString();
    private String userName = "oidc." + unique;

    Subject(RunningGlasnost glasnost) {
      this.glasnost = glasnost;
    }

    Right.Office office(String position) {
      return new Right.Office("Subject " + unique, position, "STATE");
    }

    Followed signsIn(Right.@Nullable Office office, Right... besides) {
      return glasnost
          .part(FollowingClaims.class)
          .follow(
              new Word("agency", "https://provider.example", unique),
              new Claimed(userName, office, Set.of(besides), Map.of()),
              occasion(Actor.SYSTEM));
    }

    void refused(Reason reason, Right.@Nullable Office office, Right... besides) {
      assertThatThrownBy(() -> signsIn(office, besides))
          .asInstanceOf(InstanceOfAssertFactories.type(ClaimsRefused.class))
          .extracting(ClaimsRefused::reason)
          .isEqualTo(reason);
    }

    Occasion occasion(Actor actor) {
      return new Occasion(
          actor, null, null, null, ClientClass.PAGE, glasnost.part(PolicyRelease.class).id());
    }

    Person person() {
      return glasnost.part(People.class).byUserName(userName).orElseThrow();
    }

    <T> T inTransaction(Supplier<T> act) {
      T done =
          new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
              .execute(status -> act.get());
      return Objects.requireNonNull(done);
    }

    UUID running(Right right) {
      Rights rights = glasnost.part(Rights.class);
      return inTransaction(
          () ->
              rights.ever(person().id()).stream()
                  .filter(held -> held.right().equals(right))
                  .filter(held -> held.runsOn(glasnost.part(OfficeDay.class).today()))
                  .map(HeldRight::id)
                  .findFirst()
                  .orElseThrow());
    }

    void officerEnds(Right right) {
      Person officer = glasnost.part(People.class).byUserName("security").orElseThrow();
      glasnost
          .part(EndingRight.class)
          .end(person().id(), running(right), "no longer", officer, occasion(officer.actor()));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theFirstSignInOpensAnAccountThatNoPasswordOpens(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Subject subject = new Subject(glasnost);

    Followed first = subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET);

    assertThat(first.inOffice()).isTrue();
    Person person = subject.person();
    assertThat(person.id()).isEqualTo(first.account());
    assertThat(person.roles()).containsExactly(Role.REVIEWER);
    assertThat(person.clearance()).isEqualTo(ClassificationLevel.SECRET);
    assertThat(person.agency()).isEqualTo("STATE");
    assertThat(subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET)).isEqualTo(first);

    Credential credential = glasnost.part(Credentials.class).of(subject.userName).orElseThrow();
    assertThat(credential.encodedPassword()).startsWith("{argon2id}");
    PasswordEncoder encoder = glasnost.part(PasswordEncoder.class);
    for (String guess : new String[] {"", " ", subject.userName, "null", "none", "x"}) {
      assertThat(encoder.matches(guess, credential.encodedPassword())).as(guess).isFalse();
    }
    assertThat(new Caller(glasnost.address(), subject.userName, "x").get("/api/me").status())
        .isEqualTo(401);
    Caller.Answer issued =
        glasnost
            .as("security")
            .post("/api/people/" + person.id() + "/password", Map.of("reason", "forgotten"));
    assertThat(issued.status()).as(issued.body()).isEqualTo(409);
    assertThat(issued.rules()).containsExactly("ACC-0043");

    SignedInPages officer = new SignedInPages(glasnost).as("security");
    assertThat(officer.reads("/people/" + person.id()).body())
        .contains("by the provider", "By the claims of the provider")
        .doesNotContain("Propose a new password", "Recorded with the account");
    String another = new Staff(glasnost).id("security2");
    assertThat(officer.reads("/people/" + another).body()).doesNotContain("provider");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsClaimedNoMoreEndsAndWhatIsClaimedNewBegins(Databases database) {
    Subject subject = new Subject(RunningGlasnost.on(database));
    subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET);

    subject.signsIn(subject.office("Redactor"), REDACTOR);

    Person person = subject.person();
    assertThat(person.roles()).containsExactly(Role.REDACTOR);
    assertThat(person.clearance()).isNull();
    assertThat(person.position()).isEqualTo("Redactor");
    subject.signsIn(subject.office("Redactor"), REVIEWER);
    assertThat(subject.person().roles()).containsExactly(Role.REVIEWER);

    assertThat(subject.signsIn(null).inOffice()).isFalse();
    assertThat(subject.glasnost.part(People.class).byUserName(subject.userName)).isEmpty();
    assertThat(subject.signsIn(subject.office("Redactor"), REVIEWER).inOffice()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsForbiddenTogetherChangesNothing(Databases database) {
    Subject subject = new Subject(RunningGlasnost.on(database));
    subject.refused(Reason.RIGHTS_FORBIDDEN, subject.office("Officer"), OFFICER, REVIEWER);
    assertThat(subject.glasnost.part(Credentials.class).of(subject.userName)).isEmpty();

    subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET);
    subject.refused(Reason.RIGHTS_FORBIDDEN, subject.office("Officer"), OFFICER, REDACTOR);
    assertThat(subject.person().roles()).containsExactly(Role.REVIEWER);
    assertThat(subject.person().clearance()).isEqualTo(ClassificationLevel.SECRET);
    assertThat(subject.person().position()).isEqualTo("Reviewer");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anAccountThatIsNotTheProvidersIsNotTakenOver(Databases database) {
    Subject subject = new Subject(RunningGlasnost.on(database));
    subject.userName = "reviewer.state";
    subject.refused(Reason.USER_NAME_TAKEN, subject.office("Reviewer"), REVIEWER);
    for (String unfit : new String[] {"Reviewer.State", "x", "a b", "a\u0000b", "", "á.state"}) {
      subject.userName = unfit;
      subject.refused(Reason.USER_NAME_UNFIT, subject.office("Reviewer"), REVIEWER);
    }

    Subject one = new Subject(subject.glasnost);
    one.signsIn(one.office("Reviewer"), REVIEWER);
    Subject namesake = new Subject(subject.glasnost);
    namesake.userName = one.userName;
    namesake.refused(Reason.USER_NAME_TAKEN, namesake.office("Reviewer"), OFFICER);
    assertThat(one.person().roles()).containsExactly(Role.REVIEWER);
    subject.userName = "oidc." + subject.unique;
    subject.refused(Reason.NO_OFFICE, null, REVIEWER);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatOfficersGaveOrEndedIsTheirs(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Subject subject = new Subject(glasnost);
    subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET);
    subject.officerEnds(REVIEWER);

    subject.signsIn(subject.office("Reviewer"), REVIEWER, SECRET);
    assertThat(subject.person().roles()).as("ended by an officer").isEmpty();

    // By the hand of two officers, of whose order no table of the provider knows.
    UUID order = UUID.randomUUID();
    UUID account = subject.person().id();
    subject.inTransaction(
        () ->
            glasnost
                .part(Rights.class)
                .give(account, REDACTOR, glasnost.part(OfficeDay.class).today(), null, order));
    subject.signsIn(subject.office("Reviewer"), REDACTOR, SECRET);
    subject.signsIn(subject.office("Reviewer"), SECRET);
    assertThat(subject.person().roles()).as("given by officers").containsExactly(Role.REDACTOR);

    subject.inTransaction(
        () ->
            glasnost
                .part(Rights.class)
                .give(
                    account,
                    subject.office("By officers"),
                    glasnost.part(OfficeDay.class).today(),
                    null,
                    order));
    subject.signsIn(subject.office("By the provider"), SECRET);
    assertThat(subject.person().position()).isEqualTo("By officers");
  }
}
