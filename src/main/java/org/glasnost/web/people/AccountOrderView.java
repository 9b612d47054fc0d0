package org.glasnost.web.people;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.authority.Right;
import org.glasnost.authority.office.AccountOrder;
import org.glasnost.authority.office.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * An order for an account, as answered over HTTP.
 *
 * @param account the account; it exists once the order that opens it is approved
 * @param userName what is signed in with, or null where a password alone is issued
 * @param displayName how pages name its holder, or null likewise
 * @param position the office of its holder, or null likewise
 * @param agency in which it is held, or null likewise
 * @param reason why it was proposed, in words
 * @param decisionReason why it was rejected, in words, or null
 * @param half half of the password, to be handed to its holder: the first in the answer to the
 *     proposal, the second in the answer to the approval, and in no other answer
 */
record AccountOrderView(
    UUID id,
    AccountOrder.Kind kind,
    UUID account,
    @Nullable String userName,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String agency,
    String reason,
    OrderState state,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    @Nullable String half) {

  static AccountOrderView of(
      AccountOrder order, String reason, @Nullable String decisionReason, @Nullable String half) {
    AccountOrder.Decision decision = order.decision();
    AccountOrder.Opening opening = order.opening();
    Right.Office office = opening == null ? null : opening.office();
    return new AccountOrderView(
        order.id(),
        order.kind(),
        order.account(),
        opening == null ? null : opening.userName(),
        office == null ? null : office.displayName(),
        office == null ? null : office.position(),
        office == null ? null : office.agency(),
        reason,
        order.state(),
        order.proposedBy(),
        order.proposedAt(),
        decision == null ? null : decision.by(),
        decision == null ? null : decision.at(),
        decisionReason,
        half);
  }
}
