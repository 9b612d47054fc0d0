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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows that say what a person holds. Only written here, by use cases that ask two officers
 * first; nothing is overwritten.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Rights {
  private final Accounts accounts;
  private final OfficeDay officeDay;

  /** For Spring. */
  Rights(Accounts accounts, OfficeDay officeDay) {
    this.accounts = accounts;
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

  /** Whether the account can be signed in with; empty where there is none. */
  public Optional<Boolean> open(UUID account) {
    return accounts.findById(account).map(Account::open);
  }

  /**
   * Records that somebody holds a right from a day on.
   *
   * @return the record of it
   */
  public UUID give(UUID account, Right right, LocalDate from, @Nullable LocalDate to, UUID order) {
    Account holder = account(account);
    Instant now = officeDay.now();
    if (right.kind() == Right.Kind.OFFICE) {
      // One at a time: the new one takes the place of that held so far.
      holder
          .rows()
          .filter(row -> row.right().kind() == Right.Kind.OFFICE && running(row))
          .toList()
          .forEach(row -> holder.endBefore(row, from, now));
    }
    return holder.give(right, new Held(from, to, now, null), order);
  }

  /**
   * Ends a right at once.
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

  /** Ends everything a person holds, at once, and closes the account. */
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
