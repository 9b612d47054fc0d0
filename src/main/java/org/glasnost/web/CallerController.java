package org.glasnost.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is, and the agencies that the API speaks of. */
@RestController
class CallerController {
  private final Callers callers;
  private final Agencies agencies;

  CallerController(Callers callers, Agencies agencies) {
    this.callers = callers;
    this.agencies = agencies;
  }

  /** The caller, as answered over HTTP. */
  record CallerView(
      UUID id,
      String name,
      String displayName,
      String position,
      String agency,
      List<Role> roles,
      @Nullable ClassificationLevel clearance,
      List<String> readIns,
      List<String> citizenships,
      @Nullable LocalDate ndaSignedOn,
      List<DelegationView> delegations) {
    static CallerView of(Person person) {
      return new CallerView(
          person.id(),
          person.userName(),
          person.displayName(),
          person.position(),
          person.agency(),
          person.roles().stream().sorted().toList(),
          person.clearance(),
          person.readIns().stream().sorted().toList(),
          person.citizenships().stream().sorted().toList(),
          person.ndaSignedOn(),
          person.delegations().stream().map(DelegationView::of).toList());
    }
  }

  @GetMapping("/api/me")
  CallerView me() {
    return CallerView.of(callers.current());
  }

  @GetMapping("/api/policy/agencies")
  ListView<Agency> agencies(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest page = PageRequest.of(limit, after);
    String last = page.after();
    if (last != null && !agencies.known(last)) {
      throw Cursors.neverGiven();
    }
    List<Agency> found =
        agencies.all().stream()
            .filter(agency -> last == null || agency.id().compareTo(last) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return page.page(found, Agency::id);
  }
}
