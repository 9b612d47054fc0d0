package org.glasnost.authority;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The credentials of the open accounts. */
@Component
@Transactional(readOnly = true)
public class Credentials {
  private final Accounts accounts;

  /** For Spring. */
  Credentials(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The credential of the open account of that name. */
  public Optional<Credential> of(String userName) {
    return accounts
        .findByUserName(userName)
        .filter(Account::open)
        .map(
            account ->
                new Credential(
                    account.id(),
                    account.userName(),
                    account.password(),
                    account.passwordIssued(),
                    account.demo()));
  }

  /** Whether nobody can sign in: no account was ever made. */
  public boolean none() {
    return accounts.count() == 0;
  }

  /** Whether accounts of the demo are on record, whose passwords everybody knows. */
  public boolean demoAccounts() {
    return accounts.existsByDemoTrue();
  }
}
