package org.glasnost.authority.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.AccountIdentities;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.authority.access.Sights;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People, what they hold and held, and the orders about them, for security officers. */
@Service
@Transactional(readOnly = true)
public class ViewingPeople {
  /** By the user name, or by any name of an office that the record still tells of. */
  private static final String NAMED =
      " and (lower(a.user_name) like ? escape '!' or exists (select 1 from post p where"
          + " p.account_id = a.id and p.superseded_at is null and lower(p.display_name) like ?"
          + " escape '!'))";

  private final JdbcClient jdbc;
  private final People people;
  private final Rights rights;
  private final RightsOrders orders;
  private final NeedRules needs;
  private final Reasons reasons;
  private final Endings endings;
  private final Sights sights;
  private final AccountIdentities identities;
  private final OfficeDay officeDay;

  /** For Spring. */
  ViewingPeople(
      JdbcClient jdbc,
      People people,
      Rights rights,
      RightsOrders orders,
      NeedRules needs,
      Reasons reasons,
      Endings endings,
      Sights sights,
      AccountIdentities identities,
      OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.people = people;
    this.rights = rights;
    this.orders = orders;
    this.needs = needs;
    this.reasons = reasons;
    this.endings = endings;
    this.sights = sights;
    this.identities = identities;
    this.officeDay = officeDay;
  }

  /**
   * An account and the person behind it.
   *
   * @param id of the account
   * @param userName what it is signed in to with
   * @param closedAt when its holder left, or null
   * @param displayName how pages name the person now, or named them last; the user name where
   *     nobody was ever named
   * @param person what they may do, or null where they hold no office
   */
  public record Known(
      UUID id,
      String userName,
      @Nullable Instant closedAt,
      String displayName,
      @Nullable Person person) {}

  /**
   * What an OpenID provider has to do with an account.
   *
   * @param provider as this installation calls it
   * @param rights the records of the rights that it claimed, now or ever
   */
  public record ByProvider(String provider, Set<UUID> rights) {

    /** Copies the records. */
    public ByProvider {
      rights = Set.copyOf(rights);
    }
  }

  /**
   * What a provider has to do with an account; empty where its holder signs in by themselves.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks
   */
  public Optional<ByProvider> byProvider(Person officer, UUID account) {
    OfficerRights.requireOfficer(officer);
    return identities
        .provider(account)
        .map(provider -> new ByProvider(provider, identities.claimedRights(account)));
  }

  /**
   * A page of the accounts, by user name, after the one named.
   *
   * @param name words that the user name or the person's name contains, or null for all
   */
  public List<Known> page(
      Person officer, @Nullable String name, @Nullable String after, int limit) {
    OfficerRights.requireOfficer(officer);
    StringBuilder sql =
        new StringBuilder("select a.id, a.user_name, a.closed_at from account a where 1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (name != null) {
      if (name.indexOf('\0') >= 0) {
        return List.of(); // It stands in no name, and PostgreSQL takes none.
      }
      sql.append(NAMED);
      parameters.addAll(List.of(containing(name), containing(name)));
    }
    if (after != null) {
      sql.append(" and a.user_name > ?");
      parameters.add(after);
    }
    sql.append(" order by a.user_name limit ").append(limit);
    return jdbc.sql(sql.toString()).params(parameters).query(ViewingPeople::found).list().stream()
        .map(this::known)
        .toList();
  }

  /** A pattern of SQL for what contains those words, whatever signs of a pattern are in them. */
  private static String containing(String words) {
    return "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  /**
   * One account.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks; NOT_KNOWN if there is none
   */
  public Known known(Person officer, UUID id) {
    OfficerRights.requireOfficer(officer);
    return one("id", id).orElseThrow(Refused::notKnown);
  }

  /**
   * The account that is signed in to with a name, open or closed; empty where there is none.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks
   */
  public Optional<Known> byUserName(Person officer, String userName) {
    OfficerRights.requireOfficer(officer);
    return userName.indexOf('\0') >= 0 ? Optional.empty() : one("user_name", userName);
  }

  private Optional<Known> one(String column, Object value) {
    return jdbc.sql("select id, user_name, closed_at from account where " + column + " = ?")
        .param(value)
        .query(ViewingPeople::found)
        .optional()
        .map(this::known);
  }

  private Known known(Found found) {
    Person person = people.byId(found.id()).orElse(null);
    String name =
        person == null ? rights.nameOf(found.id()).orElse(found.userName()) : person.displayName();
    return new Known(found.id(), found.userName(), found.closedAt(), name, person);
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    Timestamp closedAt = row.getTimestamp("closed_at");
    return new Found(
        row.getObject("id", UUID.class),
        row.getString("user_name"),
        closedAt == null ? null : closedAt.toInstant());
  }

  private record Found(UUID id, String userName, @Nullable Instant closedAt) {}

  /**
   * One account with the person behind it on a day, by what was recorded at an instant.
   *
   * @param day when it held, in the office's zone; null = today
   * @param knownAt what was then recorded; null = now
   * @throws Refused as for the account of today
   */
  public Known asOf(
      Person officer, UUID account, @Nullable LocalDate day, @Nullable Instant knownAt) {
    Known now = known(officer, account);
    Person then =
        people
            .asOf(
                account,
                day == null ? officeDay.today() : day,
                knownAt == null ? officeDay.now() : knownAt)
            .orElse(null);
    return new Known(now.id(), now.userName(), now.closedAt(), now.displayName(), then);
  }

  /**
   * Whether there is an account of that user name: the place of a page in the list of them.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks
   */
  public boolean has(Person officer, String userName) {
    OfficerRights.requireOfficer(officer);
    return jdbc.sql("select count(*) from account where user_name = ?")
            .param(userName)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Everything the record ever said that a person holds, oldest first.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks; NOT_KNOWN if there is no such
   *     account
   */
  public List<HeldRight> rights(Person officer, UUID account) {
    OfficerRights.requireOfficer(officer);
    return rights.ever(account);
  }

  /**
   * Every need to know that officers ever gave a person, oldest first, of the documents that this
   * officer is cleared for.
   *
   * @throws Refused as for the rights
   */
  public List<HeldNeed> needs(Person officer, UUID account) {
    known(officer, account);
    return needs.byOfficers(account, officer);
  }

  /**
   * Why officers ended what a person held, by the record of what was ended; under the account's own
   * id, why its holder left.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks
   */
  public Map<UUID, Ending> endings(Person officer, UUID account) {
    OfficerRights.requireOfficer(officer);
    return endings.of(account);
  }

  /** The order of that id, if the officer is cleared for what it is about. */
  public RightsOrder order(Person officer, UUID id) {
    OfficerRights.requireOfficer(officer);
    RightsOrder order = orders.find(id).orElseThrow(Refused::notKnown);
    needs.requireKnown(order.sought(), officer);
    return order;
  }

  /**
   * A page of orders, newest first; those about documents the officer is not cleared for left out.
   */
  public List<RightsOrder> orders(
      Person officer, RightsOrders.Filter filter, @Nullable RightsOrder after, int limit) {
    OfficerRights.requireOfficer(officer);
    return orders.page(filter, after, limit, sights.of(officer));
  }

  /** Why an order was proposed, in words. */
  public String reason(RightsOrder order) {
    return reasons.read(order.reason());
  }

  /** Why it was rejected, in words; null where it was not. */
  public @Nullable String decisionReason(RightsOrder order) {
    RightsOrder.Decision decision = order.decision();
    return decision == null || decision.reason() == null ? null : reasons.read(decision.reason());
  }
}
