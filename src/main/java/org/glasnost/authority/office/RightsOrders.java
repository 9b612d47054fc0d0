package org.glasnost.authority.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Right;
import org.glasnost.authority.access.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The orders of the security officers. */
@Repository
public class RightsOrders {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  /** For Spring. */
  RightsOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.json = JsonMapper.builder().build();
  }

  /**
   * What a page of orders is asked for.
   *
   * @param person the account they are for, or null
   * @param state or null
   */
  public record Filter(@Nullable UUID person, @Nullable OrderState state) {}

  /** The order of that id. */
  Optional<RightsOrder> find(UUID id) {
    return jdbc.sql("select * from rights_order where id = ?")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** The order of that id, kept from others until the transaction ends. */
  Optional<RightsOrder> locked(UUID id) {
    return jdbc.sql("select * from rights_order where id = ? for update")
        .param(id)
        .query(this::row)
        .optional();
  }

  /**
   * A page of orders, newest first, without those about documents that the sight does not cover.
   *
   * @param after the order behind which it begins, or null
   */
  List<RightsOrder> page(Filter filter, @Nullable RightsOrder after, int limit, Sight sight) {
    StringBuilder sql =
        new StringBuilder(
            "select o.* from rights_order o left join document d on d.id = o.document where"
                + " (o.document is null or "
                + sight.clearedCondition("d.label")
                + ")");
    List<Object> parameters = new ArrayList<>();
    parameters.add(sight.clearedParameter());
    if (filter.person() != null) {
      sql.append(" and o.person = ?");
      parameters.add(filter.person());
    }
    if (filter.state() != null) {
      sql.append(" and o.state = ?");
      parameters.add(filter.state().name());
    }
    if (after != null) {
      sql.append(" and (o.proposed_at < ? or (o.proposed_at = ? and o.id < ?))");
      parameters.addAll(List.of(utc(after.proposedAt()), utc(after.proposedAt()), after.id()));
    }
    sql.append(" order by o.proposed_at desc, o.id desc limit ").append(limit);
    return jdbc.sql(sql.toString()).params(parameters).query(this::row).list();
  }

  /** The orders for a person that nobody has decided, kept from others, oldest first. */
  List<RightsOrder> undecidedFor(UUID person) {
    return jdbc.sql(
            "select * from rights_order where person = ? and state = 'PROPOSED' order by"
                + " proposed_at, id for update")
        .param(person)
        .query(this::row)
        .list();
  }

  void add(RightsOrder order) {
    jdbc.sql(
            "insert into rights_order (id, person, kind, particulars, document, valid_from,"
                + " valid_to, state, reason, proposed_by, proposed_at, version) values (?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                order.id(),
                order.person(),
                order.sought().kind(),
                particulars(order.sought()),
                order.sought().need() == null ? null : order.sought().need().document(),
                order.from(),
                order.to(),
                order.state().name(),
                order.reason(),
                order.proposedBy(),
                utc(order.proposedAt()),
                order.version()))
        .update();
  }

  void decide(RightsOrder order, RightsOrder.Decision decision) {
    jdbc.sql(
            "update rights_order set state = ?, decided_by = ?, decided_at = ?, decision_reason ="
                + " ?, given = ?, version = ? where id = ?")
        .params(
            Arrays.asList(
                order.state().name(),
                decision.by(),
                utc(decision.at()),
                decision.reason(),
                decision.given(),
                order.version(),
                order.id()))
        .update();
  }

  private String particulars(Sought sought) {
    return json.writeValueAsString(sought.right() == null ? sought.need() : sought.right());
  }

  private Sought sought(String kind, String particulars) {
    if (kind.equals("NEED_TO_KNOW")) {
      return Sought.of(json.readValue(particulars, Sought.Need.class));
    }
    return Sought.of(
        switch (Right.Kind.valueOf(kind)) {
          case OFFICE -> json.readValue(particulars, Right.Office.class);
          case ROLE -> json.readValue(particulars, Right.Appointment.class);
          case CLEARANCE -> json.readValue(particulars, Right.Clearance.class);
          case READ_IN -> json.readValue(particulars, Right.Briefing.class);
          case CITIZENSHIP -> json.readValue(particulars, Right.Citizen.class);
          case NONDISCLOSURE -> json.readValue(particulars, Right.Agreement.class);
          case DELEGATION -> json.readValue(particulars, Right.Delegated.class);
          case TRAINING -> json.readValue(particulars, Right.Trained.class);
        });
  }

  private RightsOrder row(ResultSet row, int number) throws SQLException {
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new RightsOrder(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        sought(row.getString("kind"), row.getString("particulars")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        OrderState.valueOf(row.getString("state")),
        row.getObject("reason", UUID.class),
        row.getObject("proposed_by", UUID.class),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        decidedAt == null
            ? null
            : new RightsOrder.Decision(
                row.getObject("decided_by", UUID.class),
                decidedAt.toInstant(),
                row.getObject("decision_reason", UUID.class),
                row.getObject("given", UUID.class)),
        row.getInt("version"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
