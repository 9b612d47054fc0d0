package org.glasnost.journey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Accounts beyond the first four have no page yet: they are put where the pages will put them. The
 * password is the user name.
 */
final class FurtherAccounts {
  private static final PasswordEncoder PASSWORDS =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  private FurtherAccounts() {}

  /** Whose account it is, with the one role they have. */
  record Person(String userName, String role, String agency, String clearance) {}

  /** Statements for PostgreSQL that make the accounts. */
  static String sql(List<Person> people) {
    StringBuilder sql = new StringBuilder();
    for (Person person : people) {
      String id = UUID.randomUUID().toString();
      String held = "current_date - 1, null, now(), null";
      sql.append(
          """
          insert into account values ('%1$s', '%2$s', '{argon2id}%3$s', false, now(), null, 0);
          insert into post values (gen_random_uuid(), '%1$s', '%2$s', '%4$s', '%5$s', %7$s);
          insert into role_assignment values (gen_random_uuid(), '%1$s', '%4$s', %7$s);
          insert into clearance values (gen_random_uuid(), '%1$s', '%6$s', %7$s);
          insert into citizenship values (gen_random_uuid(), '%1$s', 'USA', %7$s);
          insert into nondisclosure_agreement values
              (gen_random_uuid(), '%1$s', current_date - 1, %7$s);
          """
              .formatted(
                  id,
                  person.userName(),
                  PASSWORDS.encode(person.userName()),
                  person.role(),
                  person.agency(),
                  person.clearance(),
                  held));
      trainingOf(person.role())
          .ifPresent(
              kind ->
                  sql.append(
                      ("insert into training values (gen_random_uuid(), '%s', '%s', current_date - 1,"
                              + " %s);\n")
                          .formatted(id, kind, held)));
      if (person.role().equals("DECLASSIFICATION_AUTHORITY")) {
        sql.append(
            "insert into delegation values (gen_random_uuid(), '%s', 'STATE', 'TOP_SECRET', %s);\n"
                .formatted(id, held));
      }
    }
    return sql.toString();
  }

  /** What the work of a role rests on. */
  private static Optional<TrainingKind> trainingOf(String role) {
    return switch (Role.valueOf(role)) {
      case ORIGINAL_CLASSIFICATION_AUTHORITY -> Optional.of(TrainingKind.ORIGINAL_CLASSIFICATION);
      case CLASSIFIER -> Optional.of(TrainingKind.DERIVATIVE_CLASSIFICATION);
      case REVIEWER, SENIOR_REVIEWER, EQUITY_REVIEWER, DECLASSIFICATION_AUTHORITY, REDACTOR ->
          Optional.of(TrainingKind.DECLASSIFICATION);
      case INTAKE_OFFICER,
          REFERRAL_COORDINATOR,
          RECORDS_MANAGER,
          ADMINISTRATOR,
          SECURITY_OFFICER,
          AUDITOR ->
          Optional.empty();
    };
  }
}
