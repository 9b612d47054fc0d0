package org.glasnost.web.page.people;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.RoleWords;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts and the people behind them, by user name, with a search for names. */
@Controller
class PeopleListPage {
  private final ViewingPeople viewing;
  private final RoleWords roles;
  private final OfficersDesk desk;

  PeopleListPage(ViewingPeople viewing, RoleWords roles, OfficersDesk desk) {
    this.viewing = viewing;
    this.roles = roles;
    this.desk = desk;
  }

  /**
   * A row of the list.
   *
   * @param name of the person
   * @param userName what is signed in to with
   * @param position held today, or null
   * @param agency in which it is held, or null
   * @param roles in words
   * @param clearance the highest level held today, or null
   * @param left whether the account is closed
   */
  record Row(
      UUID id,
      String name,
      String userName,
      @Nullable String position,
      @Nullable String agency,
      List<String> roles,
      @Nullable String clearance,
      boolean left) {
    /** Copies the list. */
    Row {
      roles = List.copyOf(roles);
    }
  }

  @GetMapping("/people")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String after) {
    Person officer = desk.officer();
    PageRequest asked = PageRequest.of(null, after);
    ListView<ViewingPeople.Known> shown =
        asked.page(
            viewing.page(
                officer,
                Typed.text(name),
                Cursors.userName(asked.after(), known -> viewing.has(officer, known)),
                asked.limit() + 1),
            ViewingPeople.Known::userName);
    return new ModelAndView("people/list")
        .addObject("rows", shown.items().stream().map(this::row).toList())
        .addObject("next", shown.next())
        .addObject("first", after == null)
        .addObject("name", Typed.text(name));
  }

  private Row row(ViewingPeople.Known known) {
    Person person = known.person();
    ClassificationLevel clearance = person == null ? null : person.clearance();
    return new Row(
        known.id(),
        known.displayName(),
        known.userName(),
        person == null ? null : person.position(),
        person == null ? null : person.agency(),
        person == null
            ? List.of()
            : person.roles().stream()
                .sorted()
                .map(Role::name)
                .map(role -> roles.of(role).name())
                .toList(),
        clearance == null ? null : clearance.banner(),
        known.closedAt() != null);
  }
}
