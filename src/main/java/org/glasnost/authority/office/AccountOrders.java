package org.glasnost.authority.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders by which accounts are opened and passwords issued. */
@Repository
class AccountOrders {
  private final JdbcClient jdbc;

  AccountOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is kept of the password until the order is decided.
   *
   * @param encoded the hash of the whole
   * @param secondHalf the sealed item with the half that the approval hands out
   * @param key the owner under whose key it is sealed, and nothing else
   */
  record Kept(String encoded, UUID secondHalf, UUID key) {
    /** Never shows the hash. */
    @Override
    public String toString() {
      return "Kept[" + secondHalf + "]";
    }
  }

  Optional<AccountOrder> find(UUID id) {
    return jdbc.sql("select * from account_order where id = ?")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** The order of that id, kept from others until the transaction ends. */
  Optional<AccountOrder> locked(UUID id) {
    return jdbc.sql("select * from account_order where id = ? for update")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** What is kept for an order that nobody has decided. */
  Kept kept(UUID id) {
    return jdbc.sql("select encoded, second_half, half_key from account_order where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Kept(
                    row.getString("encoded"),
                    row.getObject("second_half", UUID.class),
                    row.getObject("half_key", UUID.class)))
        .single();
  }

  /**
   * A page of orders, newest first.
   *
   * @param state or null for all
   * @param account or null for all
   * @param after the order behind which it begins, or null
   */
  List<AccountOrder> page(
      @Nullable OrderState state, @Nullable UUID account, @Nullable AccountOrder after, int limit) {
    StringBuilder sql = new StringBuilder("select * from account_order where 1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (state != null) {
      sql.append(" and state = ?");
      parameters.add(state.name());
    }
    if (account != null) {
      sql.append(" and account = ?");
      parameters.add(account);
    }
    if (after != null) {
      sql.append(" and (proposed_at < ? or (proposed_at = ? and id < ?))");
      parameters.addAll(List.of(utc(after.proposedAt()), utc(after.proposedAt()), after.id()));
    }
    sql.append(" order by proposed_at desc, id desc limit ").append(limit);
    return jdbc.sql(sql.toString()).params(parameters).query(this::row).list();
  }

  /** The orders for an account that nobody has decided, kept from others, oldest first. */
  List<AccountOrder> undecidedFor(UUID account) {
    return jdbc.sql(
            "select * from account_order where account = ? and state = 'PROPOSED' order by"
                + " proposed_at, id for update")
        .param(account)
        .query(this::row)
        .list();
  }

  void add(AccountOrder order, Kept kept) {
    AccountOrder.Opening opening = order.opening();
    Right.Office office = opening == null ? null : opening.office();
    jdbc.sql(
            "insert into account_order (id, account, user_name, display_name, position, agency,"
                + " state, reason, encoded, second_half, half_key, proposed_by, proposed_at,"
                + " version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                order.id(),
                order.account(),
                opening == null ? null : opening.userName(),
                office == null ? null : office.displayName(),
                office == null ? null : office.position(),
                office == null ? null : office.agency(),
                order.state().name(),
                order.reason(),
                kept.encoded(),
                kept.secondHalf(),
                kept.key(),
                order.proposedBy(),
                utc(order.proposedAt()),
                order.version()))
        .update();
  }

  /** Records how an order ended; what was kept of the password is kept no more. */
  void decide(AccountOrder order, AccountOrder.Decision decision) {
    jdbc.sql(
            "update account_order set state = ?, decided_by = ?, decided_at = ?, decision_reason ="
                + " ?, encoded = null, second_half = null, half_key = null, version = ? where id ="
                + " ?")
        .params(
            Arrays.asList(
                order.state().name(),
                decision.by(),
                utc(decision.at()),
                decision.reason(),
                order.version(),
                order.id()))
        .update();
  }

  private AccountOrder row(ResultSet row, int number) throws SQLException {
    String userName = row.getString("user_name");
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new AccountOrder(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        userName == null
            ? null
            : new AccountOrder.Opening(
                userName,
                new Right.Office(
                    row.getString("display_name"),
                    row.getString("position"),
                    row.getString("agency"))),
        OrderState.valueOf(row.getString("state")),
        row.getObject("reason", UUID.class),
        row.getObject("proposed_by", UUID.class),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        decidedAt == null
            ? null
            : new AccountOrder.Decision(
                row.getObject("decided_by", UUID.class),
                decidedAt.toInstant(),
                row.getObject("decision_reason", UUID.class)),
        row.getInt("version"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
