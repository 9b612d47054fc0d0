package org.glasnost.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens on record. */
@Repository
class ApiTokens {
  private static final String SELECT =
      "select t.*, a.user_name from api_token t join account a on a.id = t.account_id";

  private final JdbcClient jdbc;

  ApiTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param userName of its account
   * @param secretHash SHA-256 of the secret part of what is presented, as hexadecimal digits
   * @param seal of the credential under which it was issued
   */
  record Row(
      UUID id,
      UUID account,
      String userName,
      String name,
      Set<TokenScope> scopes,
      String secretHash,
      String seal,
      Instant createdAt,
      LocalDate expiresOn,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {

    boolean serves(String currentSeal, LocalDate today) {
      return revokedAt == null && !today.isAfter(expiresOn) && seal.equals(currentSeal);
    }

    ApiToken token(boolean serves) {
      return new ApiToken(
          id, account, name, scopes, createdAt, expiresOn, lastUsedAt, revokedAt, serves);
    }

    /** Shows neither hash nor seal. */
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  void add(Row row) {
    jdbc.sql(
            "insert into api_token (id, account_id, name, scopes, secret_hash, seal, created_at,"
                + " expires_on) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            row.id(),
            row.account(),
            row.name(),
            row.scopes().stream().sorted().map(TokenScope::name).collect(Collectors.joining(" ")),
            row.secretHash(),
            row.seal(),
            utc(row.createdAt()),
            row.expiresOn())
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(SELECT + " where t.id = ?").param(id).query(ApiTokens::row).optional();
  }

  /** Newest first. */
  List<Row> of(UUID account) {
    return jdbc.sql(SELECT + " where t.account_id = ? order by t.created_at desc, t.id")
        .param(account)
        .query(ApiTokens::row)
        .list();
  }

  void used(UUID id, Instant at) {
    jdbc.sql("update api_token set last_used_at = ? where id = ?").params(utc(at), id).update();
  }

  /** Whether it was not revoked before. */
  boolean revoke(UUID id, Instant at) {
    return jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
            .params(utc(at), id)
            .update()
        == 1;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String scope : row.getString("scopes").split(" ", -1)) {
      scopes.add(TokenScope.valueOf(scope));
    }
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("user_name"),
        row.getString("name"),
        scopes,
        row.getString("secret_hash"),
        row.getString("seal"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_on", LocalDate.class),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
