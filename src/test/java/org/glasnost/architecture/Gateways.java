package org.glasnost.architecture;

import java.util.Map;
import java.util.Set;

/**
 * Who speaks to the database, and which of their methods ask for no {@code Sight}: each entry was
 * looked at by a person. A new query of records fails the test until it takes a sight or is written
 * here with its callers.
 */
final class Gateways {
  /** The places whose tables hold records, or tasks and events about them. */
  static final Set<String> OF_RECORDS =
      Set.of("document", "review", "release", "history", "history.retention", "process.worklist");

  /** The classes of those places that speak to the database: what others can call unseen. */
  static final Map<String, Set<String>> WITHOUT_SIGHT =
      Map.ofEntries(
          Map.entry(
              "document.Documents",
              Set.of(
                  "add",
                  "encloses",
                  "enclosuresInCourse",
                  "flush",
                  "inCourse",
                  "isThere",
                  "labelsEver",
                  "lock")),
          // Both are reached by Disposition alone, which asked for a sight, and at the start.
          Map.entry("document.Destructions", Set.of("add", "carriedOut", "decide", "of")),
          Map.entry("document.Holds", Set.of("add", "lift", "of", "running")),
          Map.entry(
              "document.MarkingHistory",
              Set.of(
                  "heldOtherwise",
                  "all",
                  "asOf",
                  "beginFrom",
                  "current",
                  "decided",
                  "documents",
                  "inForce",
                  "record",
                  "recordFirst",
                  "withMarking")),
          Map.entry("document.Portions", Set.of("add", "of")),
          Map.entry("document.RegistrationVersions", Set.of("add", "originatingAgency")),
          // These two ask for an Oversight, which only an auditor's Person gives.
          // Copies the file of the embedded database, as an administrator asks; reads no row.
          Map.entry("history.BackingUp", Set.of("backUp", "kept")),
          // Names of copies, and how many keys were destroyed; of no document by name.
          Map.entry("history.BackupRegister", Set.of("add", "holding", "kept")),
          // Writes conditions, and asks nothing.
          Map.entry(
              "history.EventConditions",
              Set.of("alongLeaves", "and", "labels", "ofSearch", "values", "where")),
          // Where a page of events stands, by labels; JournalQueries alone asks it.
          Map.entry("history.EventPlaces", Set.of("find")),
          Map.entry("history.EventsInFull", Set.of("labelOf", "one")),
          Map.entry("history.JournalExport", Set.of("prepare")),
          // Compares holds with the journal's lines of them; tells leaves and ids of holds.
          Map.entry("history.HoldCheck", Set.of("end", "line", "now")),
          Map.entry("history.retention.HoldGuard", Set.of("agrees", "require")),
          // Holds what lapsed against the journal's lines of it; ids and digests.
          Map.entry("history.LapseCheck", Set.of("end", "lapsed", "line")),
          // Asks which documents were registered, to compare their markings; tells leaves alone.
          Map.entry("history.MarkingCheck", Set.of("tell")),
          // Ids, kinds and instants of events; reached by the records management, and at the start.
          Map.entry(
              "history.retention.DueBodies",
              Set.of(
                  "batches",
                  "count",
                  "eventsOf",
                  "isAnyBeyond",
                  "isKnown",
                  "keep",
                  "lapse",
                  "next",
                  "still")),
          Map.entry(
              "history.retention.JournalHolds",
              Set.of("add", "byId", "lift", "page", "propose", "still")),
          Map.entry(
              "history.retention.LapseRuns",
              Set.of("add", "byId", "decide", "end", "in", "lapsed", "page")),
          Map.entry("history.JournalQueries", Set.of("events", "labelsOf", "recordReading")),
          Map.entry("history.JournalTail", Set.of("begin", "from")),
          // An auditor's own notes: names of searches, and ids in them; of no record.
          Map.entry("history.SavedQueries", Set.of("of", "one", "remove", "rename", "save")),
          Map.entry(
              "process.worklist.Assigning",
              Set.of("assigner", "ableToClaim", "inTask", "release", "requireAbleToClaim")),
          Map.entry("process.worklist.CompletingTask", Set.of()),
          Map.entry("process.worklist.ConcernedDocument", Set.of("of")),
          // Ids alone, for the health check and the repair.
          Map.entry("process.worklist.CourseKeeping", Set.of("look")),
          // Inside the acts by which somebody leaves, or loses what a task needs.
          Map.entry(
              "process.worklist.GivingBackWork",
              Set.of("giveBackAll", "giveBackLost", "giveBackLostOn", "isLost")),
          Map.entry(
              "process.worklist.OpeningTasks",
              Set.of("ended", "followRegistration", "moved", "opened")),
          Map.entry("process.worklist.TaskPages", Set.of()),
          // Kinds, ids and numbers alone, for administrators who submitted another table.
          Map.entry("process.worklist.WarningEffects", Set.of("of")),
          // For the steps of a course, and whoever changes a marking.
          Map.entry("process.worklist.WaitingTasks", Set.of("follow", "heldUnder")),
          Map.entry(
              "process.worklist.WorkItems",
              Set.of("barred", "byEngineTask", "locked", "openOn", "row", "taken")),
          // Whoever is signed in may read what is released.
          Map.entry("release.ReleaseRegister", Set.of("add", "copy", "holds")),
          Map.entry(
              "review.Reviews",
              Set.of("add", "anyOf", "inCourse", "kinds", "move", "of", "particulars", "states")));

  /** The classes of all other places that speak to the database. */
  static final Set<String> ELSEWHERE =
      Set.of(
          "audit.Checkpoints",
          "audit.KnownKeys",
          "audit.Journal",
          "audit.JournalConfiguration",
          "audit.JournalOrigin",
          "audit.JournalTree",
          "audit.RecordedBodies",
          "audit.Sequencer",
          "authority.AccountIdentities",
          "authority.Accounts",
          "authority.ApiTokens",
          "authority.FirstAccounts",
          "authority.OnePerson",
          "authority.OpeningAccount",
          "authority.Rights",
          "authority.SignInAttempts",
          "authority.access.Grants",
          // Grants, which name records by id alone; its caller asks for clearance.
          "authority.access.HeldGrants",
          "authority.access.KnownDocuments",
          "authority.access.Labels",
          "authority.access.NeedsInForce",
          "authority.access.Sights",
          "authority.office.AccountOrders",
          "authority.office.Endings",
          "authority.office.Officers",
          "authority.office.RightsOrders",
          "authority.office.ViewingPeople",
          "authority.openid.ClaimedRights",
          "content.KeysInUse",
          "content.Rewrapping",
          "content.Rotations",
          "content.Vault",
          "policy.PuttingPolicyInForce",
          "process.decision.DecisionVersions",
          "process.deployment.Deployments",
          "process.engine.Course",
          "process.engine.EngineConfiguration",
          "process.engine.EngineSchema",
          "process.running.Migrations",
          "process.running.Suspensions",
          "setup.DemoIntake",
          "setup.OneWriter",
          "setup.Readiness",
          // Gives the run-time role its rights after the migrations; reads no row of a table of
          // ours.
          "setup.RunTimeRole",
          "setup.TransactionWiring",
          "web.edge.OpenIdSessions",
          "web.edge.RepeatedCalls",
          "web.edge.SessionsInDatabase");

  /** What reaches records, tasks or text without a sight, and the classes that call it. */
  static final Map<String, Set<String>> CALLERS =
      Map.ofEntries(
          Map.entry(
              "document.Documents.inCourse",
              Set.of(
                  "document.ChangingMarking",
                  "document.DestroyingAnew",
                  "document.DocumentHeads",
                  "document.ExplainingAccess",
                  "document.ReadingContent",
                  "document.Registered",
                  "document.ReviewingMarking",
                  // After a page that its sight let in.
                  "history.MarkingsInForce",
                  "process.worklist.Assigning",
                  "process.worklist.CompletingTask",
                  "process.worklist.OpeningTasks",
                  "process.worklist.RepairingCourses",
                  "release.Releasing",
                  "review.Signing",
                  "review.Subjects",
                  "review.TakingStep",
                  "web.ContentMarking")),
          Map.entry("document.Documents.enclosuresInCourse", Set.of("document.ChangingMarking")),
          Map.entry(
              "document.Portions.of",
              Set.of(
                  "document.ReadingContent",
                  "document.ViewingDocument",
                  "review.Reviews",
                  "review.Subjects")),
          Map.entry(
              "review.Reviews.inCourse",
              Set.of("process.worklist.OpeningTasks", "review.Signing", "review.ViewingReview")),
          Map.entry(
              "release.ReleaseRegister.copy",
              // Which records each reading; the copy is open to whoever is signed in.
              Set.of("release.ReadingRelease")),
          Map.entry(
              "process.worklist.WorkItems.locked",
              Set.of(
                  "process.worklist.Assigning",
                  "process.worklist.CompletingTask",
                  "process.worklist.GivingBackLapsed",
                  "process.worklist.GivingBackWork")),
          Map.entry(
              "process.worklist.WorkItems.taken", Set.of("process.worklist.GivingBackLapsed")),
          Map.entry(
              "process.worklist.WorkItems.openOn",
              Set.of(
                  "process.worklist.CompletingTask",
                  "process.worklist.GivingBackWork",
                  "process.worklist.OpeningTasks",
                  "process.worklist.RepairingCourses")),
          Map.entry(
              "process.worklist.WorkItems.byEngineTask", Set.of("process.worklist.OpeningTasks")),
          Map.entry("content.Vault.read", Set.of("content.SealedJson")),
          Map.entry("content.Vault.readAll", Set.of("content.SealedJson")),
          Map.entry(
              "content.Vault.readText",
              Set.of(
                  "authority.office.DecidingAccount",
                  "authority.office.Reasons",
                  "document.ReadingContent",
                  "process.deployment.SealedReasons",
                  "process.worklist.Assigning")));

  /**
   * What opens sealed words to be shown, and the classes that call it: each has the journal told of
   * it, or shows none of the words.
   */
  static final Map<String, Set<String>> SHOWN_BY =
      Map.ofEntries(
          Map.entry(
              "document.ViewingDocument.view",
              // The page asks once more whether the caller may know of it, for a diagram.
              Set.of("web.RegistrationsShown", "web.page.record.DocumentPage")),
          Map.entry("document.ViewingDocument.page", Set.of("web.RegistrationsShown")),
          Map.entry("document.ViewingDocument.title", Set.of()),
          Map.entry("document.DocumentHeads.of", Set.of("web.TaskViews")),
          Map.entry(
              "review.ViewingReview.view",
              Set.of(
                  "web.ReviewsController",
                  "web.page.task.TaskMaterial",
                  "web.records.ReviewPages")),
          Map.entry(
              "process.worklist.Assigning.note",
              Set.of("web.TasksController", "web.page.task.TaskPage")),
          Map.entry(
              "process.worklist.Assigning.draft",
              // The form is laid out by the page, which tells of it.
              Set.of("web.TasksController", "web.page.task.KeptForm", "web.page.task.TaskPage")),
          Map.entry(
              "authority.office.ViewingPeople.reason",
              Set.of("web.page.people.OrdersShown", "web.people.RightsViews")),
          Map.entry(
              "authority.office.ViewingPeople.endings",
              Set.of("web.page.people.PersonPage", "web.people.RightsViews")),
          Map.entry(
              "authority.office.ViewingAccountOrders.reason",
              Set.of("web.page.people.AccountOrdersShown", "web.people.AccountOrdersController")),
          Map.entry(
              "process.deployment.DecidingDeployment.reason",
              Set.of("web.DeploymentsController", "web.records.DeploymentPages")),
          Map.entry(
              "process.running.SuspendingVersion.look",
              Set.of("web.VersionsController", "web.records.ProcessPages")));

  private Gateways() {}
}
