package org.glasnost.authority;

import java.util.List;
import java.util.Set;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an account.
 *
 * @param userName what the person signs in with
 * @param password in clear; stored only as a hash
 * @param displayName how pages name them
 * @param position the office held
 * @param agency id of the agency in which it is held
 * @param roles what they are appointed to do
 * @param clearance or null where they hold none
 * @param delegations the authorities given to them from today on
 * @param trainings what they completed today
 * @param demo whether it is one of the demo's accounts, exempt from the rules for passwords
 */
public record OpenAccount(
    String userName,
    String password,
    String displayName,
    String position,
    String agency,
    Set<Role> roles,
    @Nullable ClassificationLevel clearance,
    List<Scope> delegations,
    Set<TrainingKind> trainings,
    boolean demo) {

  /**
   * What an authority covers.
   *
   * @param authority to classify or to declassify
   * @param agency whose information
   * @param toLevel the highest level
   */
  public record Scope(Delegation.Authority authority, String agency, ClassificationLevel toLevel) {}

  /** Copies what could change. */
  public OpenAccount {
    roles = Set.copyOf(roles);
    delegations = List.copyOf(delegations);
    trainings = Set.copyOf(trainings);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "OpenAccount[" + userName + "]";
  }
}
