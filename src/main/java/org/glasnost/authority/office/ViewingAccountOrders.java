package org.glasnost.authority.office;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders for accounts, for security officers. No half of a password is shown here. */
@Service
@Transactional(readOnly = true)
public class ViewingAccountOrders {
  private final AccountOrders orders;
  private final Reasons reasons;

  /** For Spring. */
  ViewingAccountOrders(AccountOrders orders, Reasons reasons) {
    this.orders = orders;
    this.reasons = reasons;
  }

  /**
   * The order of that id.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks; NOT_KNOWN if there is none
   */
  public AccountOrder order(Person officer, UUID id) {
    OfficerRights.requireOfficer(officer);
    return orders.find(id).orElseThrow(Refused::notKnown);
  }

  /**
   * A page of orders, newest first.
   *
   * @param state or null for all
   * @param account whose they are, or null for all
   * @param after the order behind which it begins, or null
   * @throws Refused NOT_ENTITLED unless a security officer asks
   */
  public List<AccountOrder> orders(
      Person officer,
      @Nullable OrderState state,
      @Nullable UUID account,
      @Nullable AccountOrder after,
      int limit) {
    OfficerRights.requireOfficer(officer);
    return orders.page(state, account, after, limit);
  }

  /** Why an order was proposed, in words. */
  public String reason(AccountOrder order) {
    return reasons.read(order.reason());
  }

  /** Why it was rejected, in words; null where it was not. */
  public @Nullable String decisionReason(AccountOrder order) {
    AccountOrder.Decision decision = order.decision();
    return decision == null || decision.reason() == null ? null : reasons.read(decision.reason());
  }
}
