package org.glasnost.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Right;
import org.glasnost.authority.office.OrderState;
import org.glasnost.authority.office.RightWords;
import org.glasnost.authority.office.RightsOrder;
import org.glasnost.authority.office.Sought;
import org.glasnost.web.MarkingView;
import org.jspecify.annotations.Nullable;

/**
 * An order of two security officers, as answered over HTTP.
 *
 * @param person the account that it is for
 * @param grant its kind and particulars
 * @param marking of the document that it is about, or null; of its title and text nothing is shown
 * @param from the first day asked for; null = the day of the approval
 * @param reason why it was proposed, in words
 * @param decisionReason why it was rejected, in words, or null
 * @param given the record of the right or need to know that came of it, or null
 */
record OrderView(
    UUID id,
    UUID person,
    Map<String, Object> grant,
    @Nullable MarkingView marking,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String reason,
    OrderState state,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    @Nullable UUID given) {

  static OrderView of(
      RightsOrder order,
      @Nullable MarkingView marking,
      String reason,
      @Nullable String decisionReason) {
    RightsOrder.Decision decision = order.decision();
    return new OrderView(
        order.id(),
        order.person(),
        grant(order.sought()),
        marking,
        order.from(),
        order.to(),
        reason,
        order.state(),
        order.proposedBy(),
        order.proposedAt(),
        decision == null ? null : decision.by(),
        decision == null ? null : decision.at(),
        decisionReason,
        decision == null ? null : decision.given());
  }

  private static Map<String, Object> grant(Sought sought) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("kind", sought.kind());
    Sought.Need need = sought.need();
    Right right = sought.right();
    if (need != null) {
      grant.put("document", need.document());
      grant.put("source", need.source());
      grant.put("scope", need.scope());
      if (need.recipient() != null) {
        grant.put("recipient", need.recipient());
      }
    } else if (right != null) {
      if (right instanceof Right.Office office) {
        grant.put("displayName", office.displayName());
      }
      grant.putAll(RightWords.of(right));
    }
    return grant;
  }
}
