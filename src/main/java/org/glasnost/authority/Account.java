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
  private List<Post> posts = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<RoleAssignment> roles = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<ClearanceHeld> clearances = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<ReadIn> readIns = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<Citizenship> citizenships = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<NondisclosureAgreement> agreements = new ArrayList<>();

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
  private List<DelegationGiven> delegations = new ArrayList<>();

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

  boolean demo() {
    return demo;
  }

  boolean open() {
    return closedAt == null;
  }

  void holdPost(String displayName, String position, String agency, Held held) {
    posts.add(new Post(this, displayName, position, agency, held));
  }

  void appoint(Role role, Held held) {
    roles.add(new RoleAssignment(this, role, held));
  }

  void clear(ClassificationLevel level, Held held) {
    clearances.add(new ClearanceHeld(this, level, held));
  }

  void readInto(String compartment, Held held) {
    readIns.add(new ReadIn(this, compartment, held));
  }

  void citizenOf(String country, Held held) {
    citizenships.add(new Citizenship(this, country, held));
  }

  void signedAgreement(LocalDate day, Held held) {
    agreements.add(new NondisclosureAgreement(this, day, held));
  }

  void delegate(String agency, ClassificationLevel toLevel, Held held) {
    delegations.add(new DelegationGiven(this, agency, toLevel, held));
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
                                    row.agency(),
                                    row.toLevel(),
                                    row.held().validFrom(),
                                    row.held().validTo()))
                        .toList()));
  }

  private static <T extends HeldRow> Stream<T> at(
      Collection<T> rows, LocalDate day, Instant knownAt) {
    return rows.stream().filter(row -> row.held().at(day, knownAt));
  }
}
