package org.glasnost.authority;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/** An account, with all that ever held about the person behind it. */
@Entity
@Table(name = "account")
class Account {
  @Id private UUID id;

  @Column(name = "user_name", nullable = false, updatable = false)
  private String userName;

  @Column(name = "password", nullable = false)
  private String password;

  /** Whether officers issued the password: its holder has to choose another. */
  @Column(name = "password_issued", nullable = false)
  private boolean passwordIssued;

  /** When they did; null where its holder chose it. */
  @Column(name = "password_issued_at")
  private @Nullable Instant passwordIssuedAt;

  @Column(name = "demo", nullable = false, updatable = false)
  private boolean demo;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  /** Null until the account is stored: by this Spring Data tells a new one. */
  @Version
  @Column(name = "version", nullable = false)
  private @Nullable Integer version;

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<Post> posts = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<RoleAssignment> roles = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<ClearanceHeld> clearances = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<ReadIn> readIns = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<Citizenship> citizenships = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<NondisclosureAgreement> agreements = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<DelegationGiven> delegations = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  List<TrainingDone> trainings = new ArrayList<>();

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  Account() {}

  Account(UUID id, String userName, String password, boolean demo, Instant createdAt) {
    this.id = id;
    this.userName = userName;
    this.password = password;
    this.demo = demo;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  String userName() {
    return userName;
  }

  String password() {
    return password;
  }

  boolean passwordIssued() {
    return passwordIssued;
  }

  Optional<Instant> passwordIssuedAt() {
    return Optional.ofNullable(passwordIssuedAt);
  }

  /**
   * Officers issued a password: the one before serves no more, and this one for a time, until it is
   * changed.
   */
  void issue(String encoded, Instant now) {
    password = encoded;
    passwordIssued = true;
    passwordIssuedAt = now;
  }

  /** Its holder chose a password. */
  void choose(String encoded) {
    password = encoded;
    passwordIssued = false;
    passwordIssuedAt = null;
  }

  boolean demo() {
    return demo;
  }

  boolean open() {
    return closedAt == null;
  }

  /** Records that the person holds a right, in the two times given. */
  UUID give(Right right, Held held, @Nullable UUID order) {
    HeldRow row =
        switch (right.kind()) {
          case OFFICE -> {
            Right.Office office = (Right.Office) right;
            yield new Post(
                this, office.displayName(), office.position(), office.agency(), held, order);
          }
          case ROLE -> new RoleAssignment(this, ((Right.Appointment) right).role(), held, order);
          case CLEARANCE -> new ClearanceHeld(this, ((Right.Clearance) right).level(), held, order);
          case READ_IN -> new ReadIn(this, ((Right.Briefing) right).compartment(), held, order);
          case CITIZENSHIP -> new Citizenship(this, ((Right.Citizen) right).country(), held, order);
          case NONDISCLOSURE ->
              new NondisclosureAgreement(this, ((Right.Agreement) right).signedOn(), held, order);
          case DELEGATION -> {
            Right.Delegated given = (Right.Delegated) right;
            yield new DelegationGiven(
                this, given.authority(), given.agency(), given.toLevel(), held, order);
          }
          case TRAINING -> {
            Right.Trained done = (Right.Trained) right;
            yield new TrainingDone(this, done.training(), done.completedOn(), held, order);
          }
        };
    row.joinTo(this);
    return row.id();
  }

  /**
   * The right of that row holds until the day before the one given: the row is superseded, and
   * where it held on some day before that, a row beside it says so.
   */
  void endBefore(HeldRow row, LocalDate day, Instant now) {
    Held held = row.held();
    row.supersede(now);
    LocalDate last = day.minusDays(1);
    if (held.validFrom().isAfter(last)) {
      return;
    }
    boolean overBefore = held.validTo() != null && held.validTo().isBefore(last);
    row.again(this, new Held(held.validFrom(), overBefore ? held.validTo() : last, now, null))
        .joinTo(this);
  }

  /** Everything that the record ever said of the person. */
  Stream<HeldRow> rows() {
    return Stream.of(
            posts, roles, clearances, readIns, citizenships, agreements, delegations, trainings)
        .flatMap(Collection::stream);
  }

  /** Nobody signs in with it any more. */
  void close(Instant now) {
    closedAt = now;
  }

  /**
   * The person behind the account on a day, by what the record said at an instant; empty where they
   * held no office then.
   */
  Optional<Person> person(LocalDate day, Instant knownAt) {
    return at(posts, day, knownAt)
        .findFirst()
        .map(
            post ->
                new Person(
                    id,
                    userName,
                    post.displayName(),
                    post.position(),
                    post.agency(),
                    at(roles, day, knownAt).map(RoleAssignment::role).collect(Collectors.toSet()),
                    at(clearances, day, knownAt)
                        .map(ClearanceHeld::level)
                        .reduce(ClassificationLevel::join)
                        .orElse(null),
                    at(readIns, day, knownAt).map(ReadIn::compartment).collect(Collectors.toSet()),
                    at(citizenships, day, knownAt)
                        .map(Citizenship::country)
                        .collect(Collectors.toSet()),
                    at(agreements, day, knownAt)
                        .map(NondisclosureAgreement::signedOn)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                    at(delegations, day, knownAt)
                        .map(
                            row ->
                                new Delegation(
                                    row.id(),
                                    row.authority(),
                                    row.agency(),
                                    row.toLevel(),
                                    row.held().validFrom(),
                                    row.held().validTo()))
                        .toList(),
                    at(trainings, day, knownAt)
                        .collect(
                            Collectors.toMap(
                                TrainingDone::kind,
                                TrainingDone::countsUntil,
                                (one, other) -> one.isAfter(other) ? one : other))));
  }

  private static <T extends HeldRow> Stream<T> at(
      Collection<T> rows, LocalDate day, Instant knownAt) {
    return rows.stream().filter(row -> row.held().at(day, knownAt));
  }
}
