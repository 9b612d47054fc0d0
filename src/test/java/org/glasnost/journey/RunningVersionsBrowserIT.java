package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.glasnost.process.engine.Definitions;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators at the pages of versions that run. */
class RunningVersionsBrowserIT extends AtPages {

  @Test
  void anAdministratorSeesCountsMovesInstancesAndSuspends() {
    work.registers("SECRET\n\nA notional text.\n", Map.of());
    Definitions definitions = glasnost.part(Definitions.class);
    int from = definitions.latestVersion("record-life-cycle");
    byte[] same = definitions.bpmn("record-life-cycle", Optional.of(from)).orElseThrow();
    new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
        .executeWithoutResult(
            open ->
                definitions.putInForce("The same again", Map.of("record-life-cycle.bpmn", same)));
    try (Visitor admin = house.as("admin")) {
      admin.goes("/processes/record-life-cycle?version=" + from);
      assertThat(admin.page().locator("[data-shown=true]")).hasCount(1);
      assertThat(admin.page().locator(".diagram-count").first()).isVisible();
      assertThat(admin.page().locator("table").first()).containsText("MARKING_REVIEW");
      admin.sees("version-running");

      admin.page().getByText("Move its instances").click();
      admin.page().locator("#to").selectOption(String.valueOf(from + 1));
      admin.presses("Look");
      assertThat(admin.page().getByText("instances can move")).isVisible();
      admin.sees("version-move");
      admin.presses("Start moving");
      admin.arrives("/migrations/[0-9a-f-]{36}");
      while (!"Ended".equals(admin.page().locator(".state").first().textContent())) {
        admin.page().reload();
      }
      admin.sees("version-migration");
      admin.goes("/migrations");
      admin.sees("version-migrations");

      admin.goes("/processes/record-life-cycle?version=" + (from + 1));
      admin.presses("Suspend");
      assertThat(admin.page().locator("#reason-found")).containsText("Give the reason");
      admin.writes("Reason (required)", "a trial");
      admin.presses("Suspend");
      assertThat(admin.page().locator(".title-row .state")).hasText("Suspended");
      admin.forgives();
      admin.sees("version-suspended");
      admin.writes("Reason (required)", "the trial is over");
      admin.presses("Resume");
      assertThat(admin.page().locator(".title-row .state")).hasCount(0);

      admin.goes("/processes/record-life-cycle?version=" + from);
      admin.presses("Bring this version back");
      admin.arrives("/deployments/[0-9a-f-]{36}");
      assertThat(admin.page().locator("h1"))
          .hasText("Back to version " + from + " of record-life-cycle");

      admin.goes("/incidents");
      assertThat(admin.page().getByText("No step has failed.")).isVisible();
      admin.sees("incidents-none");
    }
  }
}
