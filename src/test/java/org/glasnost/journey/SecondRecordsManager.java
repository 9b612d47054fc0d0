package org.glasnost.journey;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A second records manager of the demonstration's archives, put where the officers' pages put
 * people. The password is the user name.
 */
final class SecondRecordsManager {
  static final String NAME = "records2.nara";
  private static final PasswordEncoder HASHING =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private static final String FIRST = "records.nara";

  private SecondRecordsManager() {}

  static void in(RunningGlasnost glasnost) {
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    long there =
        jdbc.sql("select count(*) from account where user_name = ?")
            .param(NAME)
            .query(Long.class)
            .single();
    if (there > 0) {
      return;
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into account (id, user_name, password, demo, created_at, closed_at, version)"
                + " select ?, ?, ?, true, created_at, null, 0 from account where user_name = ?")
        .params(id, NAME, "{argon2id}" + HASHING.encode(NAME), FIRST)
        .update();
    for (List<String> rows :
        List.of(
            List.of("post", "display_name, position, agency"),
            List.of("role_assignment", "role"),
            List.of("clearance", "level"),
            List.of("citizenship", "country"),
            List.of("nondisclosure_agreement", "signed_on"))) {
      String held = rows.get(1) + ", valid_from, valid_to, recorded_at, superseded_at";
      jdbc.sql(
              "insert into %1$s (id, account_id, %2$s) select ?, ?, %2$s from %1$s where account_id ="
                      .formatted(rows.get(0), held)
                  + " (select id from account where user_name = ?)")
          .params(UUID.randomUUID(), id, FIRST)
          .update();
    }
    // Of one name with the first, they would be one person.
    jdbc.sql("update post set display_name = display_name || ' 2' where account_id = ?")
        .param(id)
        .update();
  }
}
