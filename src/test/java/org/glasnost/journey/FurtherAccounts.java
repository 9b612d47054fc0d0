package org.glasnost.journey;

import java.util.List;
import java.util.UUID;
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
      if (person.role().equals("DECLASSIFICATION_AUTHORITY")) {
        sql.append(
            "insert into delegation values (gen_random_uuid(), '%s', 'STATE', 'TOP_SECRET', %s);\n"
                .formatted(id, held));
      }
    }
    return sql.toString();
  }
}
