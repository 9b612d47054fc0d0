package org.glasnost.authority.office;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Right;
import org.jspecify.annotations.Nullable;

/**
 * An order of two security officers by which somebody can sign in: an account is opened, or a
 * password issued anew for one that is open.
 *
 * @param id its id
 * @param account the account, which exists once the order that opens it is approved
 * @param opening what is opened, or null where the account is open
 * @param state how far it has come
 * @param reason the sealed words of the proposal
 * @param proposedBy the first officer
 * @param proposedAt when
 * @param decision what came of it, or null while it is proposed
 * @param version raised with each change
 */
public record AccountOrder(
    UUID id,
    UUID account,
    @Nullable Opening opening,
    OrderState state,
    UUID reason,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable Decision decision,
    int version) {

  /** What an order does. */
  public enum Kind {
    /** Opens an account, with an office and a first password. */
    ACCOUNT,
    /** Issues a password in the place of the one before. */
    PASSWORD
  }

  /**
   * The account to be opened.
   *
   * @param userName what is signed in with
   * @param office that its holder holds from the day of the approval on
   */
  public record Opening(String userName, Right.Office office) {}

  /**
   * How an order ended.
   *
   * @param by the second officer, or the first where they took it back
   * @param at when
   * @param reason the sealed words, or null where none were needed
   */
  public record Decision(UUID by, Instant at, @Nullable UUID reason) {}

  /**
   * An order, and the half of the password that the officer is shown who just proposed or approved
   * it. Nobody is shown it again.
   *
   * @param order the order
   * @param half the half
   */
  public record Handed(AccountOrder order, String half) {
    /** Never shows the half. */
    @Override
    public String toString() {
      return "Handed[" + order.id() + "]";
    }
  }

  /** What it does. */
  public Kind kind() {
    return opening == null ? Kind.PASSWORD : Kind.ACCOUNT;
  }

  /** The journal's line of it: whose, in which office; of the password nothing. */
  JournalEntry line(EventKind event, Occasion occasion) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("order", id.toString());
    said.put("person", account.toString());
    said.put("grant", kind().name());
    if (opening != null) {
      said.put("position", opening.office().position());
      said.put("agency", opening.office().agency());
    }
    return JournalEntry.of(event, occasion).after(said);
  }

  AccountOrder decided(OrderState outcome, Decision how) {
    return new AccountOrder(
        id, account, opening, outcome, reason, proposedBy, proposedAt, how, version + 1);
  }
}
