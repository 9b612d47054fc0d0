package org.glasnost.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows that say what a person holds. Only written here, by use cases that ask two officers
 * first, or an OpenID provider by a mapping of policy; nothing is overwritten.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Rights {
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  /** For Spring. */
  Rights(Accounts accounts, JdbcClient jdbc, OfficeDay officeDay) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  /**
   * Everything the record ever said that a person holds, oldest first.
   *
   * @throws Refused as not known if there is no such account
   */
  public List<HeldRight> ever(UUID account) {
    return account(account)
        .rows()
        .map(HeldRight::of)
        .sorted(Comparator.comparing(HeldRight::recordedAt).thenComparing(HeldRight::id))
        .toList();
  }

  /**
   * Keeps the account from every other change of its rights until the transaction ends, so that
   * what is asked of them now still holds when it is written. To be called before anything is read
   * of the account.
   *
   * @return whether it can be signed in with
   * @throws Refused as not known if there is no such account
   */
  public boolean openAndLocked(UUID account) {
    return jdbc.sql("select closed_at is null from account where id = ? for update")
        .param(account)
        .query(Boolean.class)
        .optional()
        .orElseThrow(Refused::notKnown);
  }

  /** How pages name the person now, or named them last; empty where they never held an office. */
  public Optional<String> nameOf(UUID account) {
    return account(account)
        .rows()
        .filter(row -> row.right() instanceof Right.Office)
        .max(
            Comparator.comparing((HeldRow row) -> row.held().current())
                .thenComparing(row -> row.held().validFrom())
                .thenComparing(row -> row.held().recordedAt()))
        .map(row -> ((Right.Office) row.right()).displayName());
  }

  /**
   * Records that somebody holds a right from a day on. A new office takes the place of the one held
   * so far: a person holds one at a time.
   *
   * @param from the first day
   * @param to the last day, or null where no end is set
   * @param order the order of two officers that it rests on, or null where it rests on the claims
   *     of an OpenID provider
   * @return the record of it
   * @throws Refused as not known if there is no such account
   */
  public UUID give(
      UUID account, Right right, LocalDate from, @Nullable LocalDate to, @Nullable UUID order) {
    Account holder = account(account);
    Instant now = officeDay.now();
    if (right.kind() == Right.Kind.OFFICE) {
      holder
          .rows()
          .filter(row -> row.right().kind() == Right.Kind.OFFICE && running(row))
          .toList()
          .forEach(row -> holder.endBefore(row, from, now));
    }
    return holder.give(right, new Held(from, to, now, null), order);
  }

  /**
   * Ends a right at once: yesterday was its last day.
   *
   * @return what ended
   * @throws Refused as not known if the person holds no such right any more
   */
  public Right end(UUID account, UUID right) {
    Account holder = account(account);
    HeldRow row =
        holder
            .rows()
            .filter(each -> each.id().equals(right) && running(each))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    holder.endBefore(row, officeDay.today(), officeDay.now());
    return row.right();
  }

  /**
   * Ends everything a person holds, at once, and closes the account.
   *
   * @return what ended
   * @throws Refused as not known if there is no such account
   */
  public List<Right> endAll(UUID account) {
    Account holder = account(account);
    List<HeldRow> running = holder.rows().filter(this::running).toList();
    running.forEach(row -> holder.endBefore(row, officeDay.today(), officeDay.now()));
    holder.close(officeDay.now());
    return running.stream().map(HeldRow::right).toList();
  }

  private boolean running(HeldRow row) {
    return HeldRight.of(row).runsOn(officeDay.today());
  }

  private Account account(UUID id) {
    return accounts.findById(id).orElseThrow(Refused::notKnown);
  }
}
