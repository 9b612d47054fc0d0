package org.glasnost.authority.openid;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.authority.ShownWords;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of one provider mean here. Nothing is given by default: what a claim does not
 * say, or says in a value that the mapping does not name, is not given.
 *
 * @param algorithm what its tokens are signed with
 * @param strengths the ways of signing in there that open something here, by the claim {@code acr}
 *     (OpenID Connect Core section 2); empty where any does
 * @param userName the claim that names the person here
 * @param displayName the claim with the name that pages show
 * @param position the position, by a claim or for everybody
 * @param agency what the agency's claim means; two agencies at once mean none
 * @param roles what the roles' claim means, or null
 * @param clearance what the clearance's claim means, or null; of several the highest
 * @param citizenship what the citizenship's claim means, or null
 * @param agreement the claim with the day of the nondisclosure agreement, or null
 */
public record OpenIdMapping(
    TokenAlgorithm algorithm,
    List<String> strengths,
    ClaimPath userName,
    ClaimPath displayName,
    Position position,
    ClaimValues<String> agency,
    @Nullable ClaimValues<Role> roles,
    @Nullable ClaimValues<ClassificationLevel> clearance,
    @Nullable ClaimValues<String> citizenship,
    @Nullable ClaimPath agreement) {

  /** Copies the strengths. */
  public OpenIdMapping {
    strengths = List.copyOf(strengths);
  }

  /** Whether somebody signed in there by a way that is strong enough. */
  public boolean isStrongEnough(Map<String, ?> claims) {
    return strengths.isEmpty()
        || (claims.get("acr") instanceof String strength && strengths.contains(strength));
  }

  /** The position: one for everybody, or by a claim. Exactly one of the two stands. */
  record Position(@Nullable String constant, @Nullable ClaimPath claim) {
    @Nullable String in(Map<String, ?> claims) {
      return claim == null ? constant : claim.text(claims);
    }
  }

  /**
   * What claims come to.
   *
   * @param claims of a token that was verified
   * @param today in the office
   */
  public Claimed of(Map<String, ?> claims, LocalDate today) {
    Map<String, Integer> notMapped = new TreeMap<>();
    Set<Right> besides = new LinkedHashSet<>();
    if (roles != null) {
      roles
          .in(claims, "roles", notMapped)
          .forEach(role -> besides.add(new Right.Appointment(role)));
    }
    if (clearance != null) {
      clearance.in(claims, "clearance", notMapped).stream()
          .reduce(ClassificationLevel::join)
          .ifPresent(level -> besides.add(new Right.Clearance(level)));
    }
    if (citizenship != null) {
      citizenship
          .in(claims, "citizenship", notMapped)
          .forEach(country -> besides.add(new Right.Citizen(country)));
    }
    if (agreement != null) {
      agreement(agreement, claims, today, notMapped, besides);
    }
    return new Claimed(userName.text(claims), office(claims, notMapped), besides, notMapped);
  }

  private Right.@Nullable Office office(Map<String, ?> claims, Map<String, Integer> notMapped) {
    Set<String> agencies = agency.in(claims, "agency", notMapped);
    String shown = displayName.text(claims);
    String held = position.in(claims);
    if (agencies.size() != 1
        || shown == null
        || held == null
        || !ShownWords.areLine(shown)
        || !ShownWords.areLine(held)) {
      return null;
    }
    return new Right.Office(shown, held, agencies.iterator().next());
  }

  private static void agreement(
      ClaimPath claim,
      Map<String, ?> claims,
      LocalDate today,
      Map<String, Integer> notMapped,
      Set<Right> besides) {
    String day = claim.text(claims);
    if (day == null) {
      return;
    }
    try {
      LocalDate signedOn = LocalDate.parse(day);
      if (!signedOn.isAfter(today)) {
        besides.add(new Right.Agreement(signedOn));
        return;
      }
    } catch (DateTimeParseException noDay) {
      // Counted below like any other value that means nothing.
    }
    notMapped.merge("nondisclosureAgreement", 1, Integer::sum);
  }
}
