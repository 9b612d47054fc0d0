package org.glasnost.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.AccessDecision;
import org.glasnost.authority.access.Clearing;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.HeldGrant;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Whether somebody may see what is so protected, of forty people each asked for forty protections;
 * beside it the bare minimum: the levels compared, and one look-up of who may see which.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AccessBench {
  private static final int COUNT = 40;
  private static final int DECISIONS = COUNT * COUNT;
  private static final Set<String> AGENCIES = Set.of("STATE", "NARA");

  /** What records of the demonstration, and some harder ones, are held at; see Protection.parse. */
  private static final List<String> HELD =
      List.of(
          "UNCLASSIFIED\t\t\t\t",
          "UNCLASSIFIED\tFOUO\t\t\t",
          "CONFIDENTIAL\t\t\tUSA\t",
          "CONFIDENTIAL\tNOFORN\t\t\t",
          "CONFIDENTIAL\t\t\tAUS|CAN|GBR|NZL|USA\t",
          "CONFIDENTIAL\tEXDIS\t\tUSA\t",
          "SECRET\t\t\tUSA\t",
          "SECRET\tNOFORN\t\t\t",
          "SECRET\tSENSITIVE\t\tUSA\t",
          "SECRET\tEYES_ONLY|SENSITIVE\t\tUSA\tTHE PRESIDENT; NSC ADVISOR MCFARLANE",
          "SECRET\tNODIS\t\tUSA\t",
          "SECRET\tNOFORN|ORCON\t\t\t",
          "SECRET\tNOFORN\tRD-CNWDI\t\t",
          "SECRET\t\tFRD\tUSA\t",
          "SECRET\tNOFORN\tSAR-BP\t\t",
          "SECRET\t\tSI\tAUS|GBR|USA\t",
          "TOP_SECRET\t\t\tUSA\t",
          "TOP_SECRET\tNOFORN\tSI\t\t",
          "TOP_SECRET\tNOFORN|ORCON|RSEN\tSI-G|TK\t\t",
          "TOP_SECRET\t\tUMBRA\tUSA\t");

  private final Random random = new Random(20_260_102);
  private final List<Protection> protections =
      Stream.concat(HELD.stream(), HELD.stream()).map(Protection::parse).toList();
  private final List<Person> people = Stream.generate(this::person).limit(COUNT).toList();
  private final List<List<HeldGrant>> grants = Stream.generate(this::grants).limit(COUNT).toList();
  private final Set<UUID> few = few();

  private Person person() {
    int number = random.nextInt(1_000_000);
    return new Person(
        new UUID(random.nextLong(), random.nextLong()),
        "demo" + number,
        "A demo person",
        "Reviewer",
        one("STATE", "NARA", "NSC"),
        EnumSet.of(one(Role.REVIEWER, Role.AUDITOR, Role.CLASSIFIER, Role.RECORDS_MANAGER)),
        one(
            ClassificationLevel.CONFIDENTIAL,
            ClassificationLevel.SECRET,
            ClassificationLevel.TOP_SECRET),
        some("SI", "SI-G", "TK", "UMBRA", "SAR-BP", "RD-CNWDI"),
        Set.of(one("USA", "USA", "USA", "GBR")),
        LocalDate.of(2020, 1, 2),
        List.of(),
        Map.of());
  }

  /** Four on a record, as a query finds them: to an account, to a role or an agency. */
  private List<HeldGrant> grants() {
    UUID named = one(people.get(0), people.get(1)).id();
    return List.of(
        grant(GrantSource.CUSTODY, GrantScope.METADATA, null, Role.RECORDS_MANAGER, "NARA"),
        grant(GrantSource.OVERSIGHT, GrantScope.METADATA, null, Role.AUDITOR, null),
        grant(GrantSource.QUEUE, GrantScope.METADATA, null, Role.REVIEWER, "STATE"),
        grant(GrantSource.DECISION, GrantScope.TEXT, named, null, null));
  }

  private HeldGrant grant(
      GrantSource source,
      GrantScope scope,
      @Nullable UUID account,
      @Nullable Role role,
      @Nullable String agency) {
    return new HeldGrant(
        new UUID(random.nextLong(), random.nextLong()),
        source,
        scope,
        account,
        role,
        agency,
        LocalDate.of(2026, 1, 2),
        null);
  }

  private Set<UUID> few() {
    Set<UUID> few = new HashSet<>();
    people.stream().filter(person -> random.nextBoolean()).map(Person::id).forEach(few::add);
    return few;
  }

  @SafeVarargs
  private <T> T one(T... all) {
    return all[random.nextInt(all.length)];
  }

  private Set<String> some(String... all) {
    Set<String> chosen = new TreeSet<>(Arrays.asList(all));
    chosen.removeIf(word -> random.nextBoolean());
    return chosen;
  }

  /** Whether they are cleared for it. */
  @Benchmark
  @OperationsPerInvocation(DECISIONS)
  public void covers(Blackhole hole) {
    for (Person person : people) {
      for (Protection protection : protections) {
        hole.consume(Clearing.covers(person, protection));
      }
    }
  }

  /** Whether they may see it, each test and each of four grants explained. */
  @Benchmark
  @OperationsPerInvocation(DECISIONS)
  public void explained(Blackhole hole) {
    for (Person person : people) {
      for (int i = 0; i < COUNT; i++) {
        hole.consume(AccessDecision.of(person, protections.get(i), grants.get(i), AGENCIES));
      }
    }
  }

  /** The baseline over the same people and protections. */
  @Benchmark
  @OperationsPerInvocation(DECISIONS)
  public void levelsComparedAndLookedUp(Blackhole hole) {
    for (Person person : people) {
      for (Protection protection : protections) {
        ClassificationLevel clearance = person.clearance();
        hole.consume(
            clearance != null
                && clearance.dominates(protection.level())
                && few.contains(person.id()));
      }
    }
  }
}
