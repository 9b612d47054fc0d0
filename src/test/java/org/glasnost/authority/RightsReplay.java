package org.glasnost.authority;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.glasnost.journey.RunningGlasnost;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person to whom rights are given, and from whom they are taken, at random through some weeks of
 * the past; and what they held on any day by what was recorded at any instant, by doing everything
 * over again on a calendar of single days.
 */
public final class RightsReplay {
  /** So many days the calendar has; what has no end holds on its last. */
  private static final int DAYS = 120;

  /** So many weeks ago it begins. */
  private static final int WEEKS = 8;

  private static final int DEEDS = 22;
  private static final int HOURS = 48;
  private static final List<String> AGENCIES = List.of("NARA", "STATE", "NSC");
  private static final List<Role> ROLES =
      List.of(Role.REVIEWER, Role.SENIOR_REVIEWER, Role.REDACTOR, Role.CLASSIFIER);
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");

  /** Something recorded: a right given for some days, or one or everything taken on a day. */
  private record Deed(
      @Nullable Right given,
      @Nullable Right ended,
      LocalDate today,
      LocalDate from,
      @Nullable LocalDate to,
      Instant at) {}

  /** A right, and each day on which it holds. */
  private record Course(Right right, BitSet days) {}

  private final RunningGlasnost glasnost;
  private final Random random;
  private final UUID account = UUID.randomUUID();
  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(7L * WEEKS));
  private final LocalDate first = LocalDate.ofInstant(begin, OFFICE).minusDays(7);
  private final List<Deed> deeds = new ArrayList<>();
  private Instant now = begin;

  /** Gives and takes at once; all of it lies in the past when this ends. */
  public RightsReplay(RunningGlasnost glasnost, Random random) {
    this.glasnost = glasnost;
    this.random = random;
    TransactionTemplate transaction =
        new TransactionTemplate(glasnost.part(PlatformTransactionManager.class));
    transaction.executeWithoutResult(
        open ->
            SharedEntityManagerCreator.createSharedEntityManager(
                    glasnost.part(EntityManagerFactory.class))
                .persist(new Account(account, "r" + account, "none", true, begin)));
    act(transaction, new Right.Office("Notional " + account, "Reviewer", "NARA"));
    act(transaction, new Right.Clearance(ClassificationLevel.SECRET));
    act(transaction, new Right.Citizen("USA"));
    act(transaction, new Right.Agreement(first));
    while (deeds.size() < DEEDS && now.isBefore(begin.plus(Duration.ofDays(7L * WEEKS - 3)))) {
      act(transaction, null);
    }
    if (!now.isBefore(Instant.now())) {
      throw new AssertionError("what was recorded lies in the past");
    }
  }

  /** Whose rights they are. */
  public UUID account() {
    return account;
  }

  /** Some day around those on which something happened; never one to come. */
  public LocalDate someDay() {
    return first.plusDays(random.nextInt(7 * WEEKS + 6));
  }

  /** Some instant: while things were recorded, to the microsecond of one, or long after. */
  public Instant someInstant() {
    return switch (random.nextInt(4)) {
      case 0 -> deeds.get(random.nextInt(deeds.size())).at();
      case 1 -> deeds.get(random.nextInt(deeds.size())).at().minus(1, ChronoUnit.MICROS);
      case 2 -> now;
      default ->
          begin
              .minusSeconds(100)
              .plusSeconds(random.nextInt((int) Duration.between(begin, now).toSeconds() + 200));
    };
  }

  /** What they held on a day, by what was recorded at an instant; nothing without an office. */
  public Set<Right> held(LocalDate day, Instant known) {
    List<Course> courses = new ArrayList<>();
    for (Deed deed : deeds) {
      if (!deed.at().isAfter(known)) {
        replay(deed, courses);
      }
    }
    Set<Right> held = new HashSet<>();
    for (Course course : courses) {
      if (!day.isBefore(first) && course.days().get(number(day))) {
        held.add(course.right());
      }
    }
    return held.stream().anyMatch(Right.Office.class::isInstance) ? held : Set.of();
  }

  private void replay(Deed deed, List<Course> courses) {
    int today = number(deed.today());
    Right given = deed.given();
    if (given == null) {
      courses.stream()
          .filter(course -> deed.ended() == null || deed.ended().equals(course.right()))
          .forEach(course -> course.days().clear(today, DAYS));
      return;
    }
    if (given instanceof Right.Office) {
      // One office at a time: the new one takes the place of the one before.
      courses.stream()
          .filter(course -> course.right() instanceof Right.Office)
          .forEach(course -> course.days().clear(number(deed.from()), DAYS));
    }
    BitSet days = new BitSet(DAYS);
    days.set(number(deed.from()), deed.to() == null ? DAYS : number(deed.to()) + 1);
    courses.add(new Course(given, days));
  }

  private int number(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }

  /** Gives what is named, or gives or takes something. */
  private void act(TransactionTemplate transaction, @Nullable Right named) {
    now = now.plus(Duration.ofMinutes(1 + random.nextInt(60 * HOURS)));
    OfficeDay officeDay = new OfficeDay(Clock.fixed(now, ZoneOffset.UTC), OFFICE);
    transaction.executeWithoutResult(
        open ->
            act(
                new Rights(
                    glasnost.part(Accounts.class), glasnost.part(JdbcClient.class), officeDay),
                officeDay.today(),
                named));
  }

  private void act(Rights rights, LocalDate today, @Nullable Right named) {
    List<HeldRight> running =
        rights.ever(account).stream().filter(held -> held.runsOn(today)).toList();
    int choice = random.nextInt(30);
    if (named == null && choice == 0) {
      rights.endAll(account);
      deeds.add(new Deed(null, null, today, today, null, now));
    } else if (named == null && choice < 11 && !running.isEmpty()) {
      HeldRight one = running.get(random.nextInt(running.size()));
      rights.end(account, one.id());
      deeds.add(new Deed(null, one.right(), today, today, null, now));
    } else {
      Right right = named == null ? someRight(today) : named;
      if (running.stream().anyMatch(held -> held.right().equals(right))) {
        return;
      }
      // An office begins on the day on which it is given.
      LocalDate from =
          right instanceof Right.Office || random.nextBoolean()
              ? today
              : today.plusDays(random.nextInt(7));
      LocalDate to = random.nextInt(3) > 0 ? null : from.plusDays(random.nextInt(15));
      rights.give(account, right, from, to, null);
      deeds.add(new Deed(right, null, today, from, to, now));
    }
  }

  private Right someRight(LocalDate today) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Right.Office("Notional " + deeds.size(), "Reviewer", one(AGENCIES));
      case 2 -> new Right.Appointment(one(ROLES));
      case 3, 4 -> new Right.Clearance(one(List.of(ClassificationLevel.values())));
      case 5 -> new Right.Briefing(one(List.of("SI", "TK", "SAR-BP")));
      case 6 -> new Right.Citizen(one(List.of("USA", "GBR")));
      case 7 -> new Right.Agreement(today.minusDays(random.nextInt(900)));
      case 8 ->
          new Right.Delegated(
              one(List.of(Delegation.Authority.values())),
              one(AGENCIES),
              one(
                  List.of(
                      ClassificationLevel.CONFIDENTIAL,
                      ClassificationLevel.SECRET,
                      ClassificationLevel.TOP_SECRET)));
      default ->
          new Right.Trained(
              one(List.of(TrainingKind.values())), today.minusDays(random.nextInt(900)));
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public String toString() {
    return deeds.toString();
  }
}
