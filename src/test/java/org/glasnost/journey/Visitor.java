package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;

/**
 * A person at a browser. Notes what the browser complains of: a page that breaks its own content
 * security policy, or a script that fails, is found by {@link #sees}.
 */
public final class Visitor implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final Pattern ANSWERED =
      Pattern.compile("Failed to load resource: the server responded with a status of 4\\d\\d.*");

  /** How long what must come may take on a slow machine, in milliseconds; no test is about it. */
  private static final double PATIENCE = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(Browser browser, String address, boolean scripts) {
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    this.page = context.newPage();
    this.address = address;
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        message -> {
          boolean counts =
              message.type().equals("error") && !ANSWERED.matcher(message.text()).matches();
          if (counts) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(error -> complaints.add(error));
  }

  /** A browser for the visitors of one test class. */
  public static final class House implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    /** Opens the browser of this machine: {@code CHROME_BIN}, else one of the usual places. */
    public House(RunningGlasnost glasnost) {
      this(glasnost.address());
    }

    /** The same, for the application at an address. */
    House(String address) {
      this.address = address;
      this.playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      this.browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium())
                      .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** A visitor who has not signed in. */
    public Visitor stranger() {
      return new Visitor(browser, address, true);
    }

    /** One of the demonstration's people, signed in. */
    public Visitor as(String userName) {
      Visitor visitor = stranger();
      visitor.signsIn(userName);
      return visitor;
    }

    /** The same, in a browser that runs no scripts. */
    public Visitor withoutScripts(String userName) {
      Visitor visitor = new Visitor(browser, address, false);
      visitor.signsIn(userName);
      return visitor;
    }

    @Override
    public void close() {
      playwright.close();
    }

    private static Path chromium() {
      return Stream.concat(
              Optional.ofNullable(System.getenv("CHROME_BIN")).stream(), USUAL.stream())
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no browser: set CHROME_BIN, or apt-get install chromium"));
    }
  }

  /** Signs in. */
  public void signsIn(String userName) {
    goes("/login");
    page.getByLabel("User name").fill(userName);
    page.getByLabel("Password").fill(userName);
    presses("Sign in");
    page.waitForURL(url -> url.startsWith(address) && !url.contains("/login"));
  }

  /** The page, for what has no word of its own here. */
  public Page page() {
    return page;
  }

  /** Goes to a path and tells the status that was answered. */
  public int goes(String path) {
    return page.navigate(address + path).status();
  }

  /** Presses a button. */
  public void presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Writes into the field of a label. */
  public void writes(String label, String words) {
    field(label).fill(words);
  }

  /** The field of a label. */
  public Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** The path that the browser is at. */
  public String path() {
    return page.url().substring(address.length());
  }

  /** Waits until the browser is at a path of that form. */
  public void arrives(String pattern) {
    page.waitForURL(Pattern.compile(Pattern.quote(address) + pattern + "$"));
  }

  /**
   * Waits until the page that shows an element is whole and its scripts have run. To be called
   * where a press leads to another page of the same address, whose first lines are seen before its
   * last.
   */
  public void hasWhole(Locator element) {
    element.waitFor();
    page.waitForLoadState();
  }

  /** The button of the one open task on a document, on the page of the list that is shown. */
  public Locator claimOf(String title) {
    return page.locator(".work-item", new Page.LocatorOptions().setHasText(title))
        .getByRole(AriaRole.BUTTON);
  }

  /** Goes to the page of the list on which the one open task on a document stands. */
  public void lists(String title) {
    goes("/tasks");
    Locator more = page.getByRole(AriaRole.LINK, named("More"));
    while (claimOf(title).count() == 0 && more.count() > 0) {
      String list = path();
      more.click();
      page.waitForURL(url -> !url.endsWith(list));
    }
  }

  /** Claims the one open task on a document. */
  public void claims(String title) {
    lists(title);
    claimOf(title).click();
    arrives("/tasks/[0-9a-f-]{36}");
  }

  /** Waits until a task is told to be completed. */
  public void isDone() {
    arrives("/tasks");
    PlaywrightAssertions.assertThat(page.locator(".notice")).containsText("Completed");
  }

  /** Of that name exactly. */
  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** For a control that is drawn by its label. */
  static Locator.CheckOptions forced() {
    return new Locator.CheckOptions().setForce(true);
  }

  /** Loses, or finds again, the connection. */
  public void offline(boolean lost) {
    context.setOffline(lost);
  }

  /** Loses the session, as time would take it. */
  public void losesTheSession() {
    context.clearCookies();
  }

  /** Another page of the same browser. */
  public Page another(String path) {
    Page other = context.newPage();
    other.navigate(address + path);
    return other;
  }

  /** Walks by the tabulator key alone until the focus is on an element. */
  public void tabsTo(Locator element) {
    element.waitFor();
    for (int i = 0; i < 300; i++) {
      if (Boolean.TRUE.equals(element.evaluate("e => e === document.activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no keyboard leads to " + element);
  }

  /** Takes the page's picture alone, where no script can look for barriers. */
  public void pictures(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** What the browser has complained of so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets complaints that the test itself has brought about. */
  public void forgives() {
    complaints.clear();
  }

  /**
   * Looks at the page as it is: takes its picture under that name, and finds no complaint of the
   * browser, no barrier to anyone, and nothing that has to be scrolled sideways where the page is
   * 320 pixels wide, which is what four times the size leaves of 1280 (WCAG 1.4.10).
   */
  public void sees(String name) {
    pictures(name);
    page.setViewportSize(320, 900);
    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                + " ? [] : [...document.querySelectorAll('body *')].filter(e =>"
                + " e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                + ".slice(0, 5).map(e => e.tagName + '.' + e.className)");
    if (Set.of("narrow", "document", "first-review", "journal-found", "tasks").contains(name)) {
      pictures(name + "-320");
    }
    page.setViewportSize(1280, 900);
    assertThat(beyond)
        .as("wider than 320 pixels on %s", name)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .isEmpty();
    assertThat(complaints).as("complaints of the browser on %s", name).isEmpty();
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations)
        .as("barriers on %s", name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }

  /** The same, and once more as a telephone shows it. */
  public void seesNarrowToo(String name) {
    sees(name);
    page.setViewportSize(390, 844);
    pictures(name + "-390");
    List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
    page.setViewportSize(1280, 900);
    assertThat(violations)
        .as("barriers on %s at 390 pixels", name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }

  /** Sends a form that no page offers, with the token of the page that is shown. */
  public APIResponse sends(String path, Map<String, String> fields) {
    FormData form =
        FormData.create().set("_csrf", page.locator("input[name=_csrf]").first().inputValue());
    fields.forEach(form::set);
    return page.request().post(address + path, RequestOptions.create().setForm(form));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }
}
