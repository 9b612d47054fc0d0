package org.glasnost.authority.openid;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.AccountIdentities;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.Right;
import org.glasnost.authority.Rights;
import org.glasnost.authority.office.OpenWork;
import org.glasnost.authority.office.RightRules;
import org.glasnost.authority.office.RightWords;
import org.glasnost.authority.office.Sought;
import org.glasnost.authority.openid.ClaimsRefused.Reason;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody signs in by the word of an OpenID provider: the first time an account is opened, and
 * each time what the provider gives is made what it claims, in one transaction. What two officers
 * gave stays theirs, and what an officer ended is not given again by a claim.
 */
@Service
public class FollowingClaims {
  private static final String REASON = "OPENID_CLAIMS";

  private final AccountIdentities identities;
  private final ClaimedRights claimedRights;
  private final Credentials credentials;
  private final OpeningAccount opening;
  private final Rights rights;
  private final RightRules rules;
  private final OpenWork work;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  FollowingClaims(
      AccountIdentities identities,
      ClaimedRights claimedRights,
      Credentials credentials,
      OpeningAccount opening,
      Rights rights,
      RightRules rules,
      OpenWork work,
      Journal journal,
      OfficeDay officeDay) {
    this.identities = identities;
    this.claimedRights = claimedRights;
    this.credentials = credentials;
    this.opening = opening;
    this.rights = rights;
    this.rules = rules;
    this.work = work;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Whose word it is, and about whom.
   *
   * @param registration the provider as this installation calls it
   * @param issuer the provider as it calls itself
   * @param subject the person as the provider calls them
   */
  public record Word(String registration, String issuer, String subject) {}

  /**
   * What came of it.
   *
   * @param account whose it is
   * @param inOffice whether they hold an office now; without one, nobody is signed in
   */
  public record Followed(UUID account, boolean inOffice) {}

  /**
   * Opens the account if there is none, and makes what the provider gives what it claims. Where the
   * claims say no more of an office, what they gave is ended all the same.
   *
   * @throws ClaimsRefused where nothing was changed
   */
  @Transactional
  public Followed follow(Word word, Claimed claimed, Occasion occasion) {
    if (credentials.none()) {
      throw new ClaimsRefused(Reason.NO_ACCOUNTS_YET);
    }
    UUID account =
        identities
            .account(word.issuer(), word.subject())
            .orElseGet(() -> opened(word, claimed, occasion));
    if (!rights.openAndLocked(account)) {
      throw new ClaimsRefused(Reason.ACCOUNT_CLOSED);
    }
    Map<UUID, Boolean> given = claimedRights.of(account, word.issuer());
    List<HeldRight> ever = rights.ever(account);
    boolean lost = end(account, word, claimed, given, ever, occasion);
    give(account, word, claimed, given, ever, occasion);
    if (lost) {
      work.giveBackLost(account, occasion);
    }
    return new Followed(
        account, running(account).stream().map(HeldRight::right).anyMatch(FollowingClaims::office));
  }

  private UUID opened(Word word, Claimed claimed, Occasion occasion) {
    Right.Office office = claimed.office();
    if (office == null) {
      throw new ClaimsRefused(Reason.NO_OFFICE);
    }
    String userName = claimed.userName();
    if (userName == null) {
      throw new ClaimsRefused(Reason.USER_NAME_UNFIT);
    }
    List<String> found =
        opening.checkOffice(userName, office).stream()
            .map(finding -> finding.rule().value())
            .toList();
    if (found.contains(OpeningAccount.TAKEN)) {
      // Taken perhaps by the same person, who signed in twice at once.
      return identities
          .account(word.issuer(), word.subject())
          .orElseThrow(() -> new ClaimsRefused(Reason.USER_NAME_TAKEN));
    }
    if (!found.isEmpty()) {
      throw new ClaimsRefused(Reason.USER_NAME_UNFIT);
    }
    UUID account = opening.openByProvider(userName, word.registration(), occasion);
    identities.add(word.issuer(), word.subject(), word.registration(), account);
    return account;
  }

  private boolean end(
      UUID account,
      Word word,
      Claimed claimed,
      Map<UUID, Boolean> given,
      List<HeldRight> ever,
      Occasion occasion) {
    LocalDate today = officeDay.today();
    Set<Right> wanted = claimed.rights();
    List<HeldRight> over =
        ever.stream()
            .filter(held -> given.containsKey(held.id()) && held.runsOn(today))
            .filter(held -> !wanted.contains(held.right()))
            .toList();
    for (HeldRight held : over) {
      rights.end(account, held.id());
      claimedRights.ended(held.id());
      journal.append(
          line(EventKind.GRANT_ENDED, word, occasion).before(said(account, held.right())));
    }
    return !over.isEmpty();
  }

  private void give(
      UUID account,
      Word word,
      Claimed claimed,
      Map<UUID, Boolean> given,
      List<HeldRight> ever,
      Occasion occasion) {
    LocalDate today = officeDay.today();
    Set<Right> endedByOfficers =
        ever.stream()
            .filter(held -> Boolean.FALSE.equals(given.get(held.id())) && !held.runsOn(today))
            .map(HeldRight::right)
            .collect(Collectors.toSet());
    List<Right> wanted =
        claimed.rights().stream()
            .filter(right -> !endedByOfficers.contains(right))
            .sorted(Comparator.comparing(Right::kind).thenComparing(Right::toString))
            .toList();
    for (Right right : wanted) {
      List<HeldRight> running = running(account);
      boolean held = running.stream().map(HeldRight::right).anyMatch(right::equals);
      boolean another =
          office(right) && running.stream().map(HeldRight::right).anyMatch(FollowingClaims::office);
      if (held || another) {
        continue;
      }
      List<Finding> findings = rules.check(Sought.of(right), null, null, running, today);
      if (!findings.isEmpty()) {
        throw new ClaimsRefused(
            Reason.RIGHTS_FORBIDDEN,
            findings.stream().map(finding -> finding.rule().value()).distinct().toList());
      }
      claimedRights.given(rights.give(account, right, today, null, null), account, word.issuer());
      journal.append(line(EventKind.GRANT_GIVEN, word, occasion).after(said(account, right)));
    }
  }

  private List<HeldRight> running(UUID account) {
    LocalDate today = officeDay.today();
    return rights.ever(account).stream().filter(held -> held.runsOn(today)).toList();
  }

  private static boolean office(Right right) {
    return right.kind() == Right.Kind.OFFICE;
  }

  private JournalEntry line(EventKind kind, Word word, Occasion occasion) {
    return JournalEntry.of(kind, occasion)
        .effectiveOn(officeDay.today())
        .under("openid:" + word.registration())
        .because(REASON);
  }

  private static Map<String, Object> said(UUID account, Right right) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("person", account.toString());
    said.put("grant", right.kind().name());
    said.putAll(RightWords.of(right));
    return said;
  }
}
