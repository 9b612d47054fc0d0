package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What sqlmap said of one request.
 *
 * @param techniques how many were tried on each parameter
 * @param judged the parameters of which it said in the end that they are not injectable
 * @param found its lines that say or suspect that something is injectable
 * @param errors the statuses of error that it met
 * @param said everything
 */
record Sqlmap(
    Map<String, Integer> techniques,
    Set<String> judged,
    List<String> found,
    Set<Integer> errors,
    String said) {
  private static final String PARAMETER = "(?:\\(custom\\) )?\\w+ parameter '(?:JSON )?([^']+)'";
  private static final Pattern BEGINS =
      Pattern.compile("testing for SQL injection on " + PARAMETER);
  private static final Pattern TRIES = Pattern.compile("\\[INFO] testing '[^']+'");
  private static final Pattern JUDGED =
      Pattern.compile(PARAMETER + " does not seem to be injectable");
  private static final Pattern FINDS =
      Pattern.compile(
          "identified the following injection point|resumed the following injection|is vulnerable"
              + "|might be injectable|might be vulnerable|appears to be '");
  private static final Pattern ERROR = Pattern.compile("^(\\d{3}) \\(.*\\) - \\d+ times");

  /** Fewer than these are not a test of a parameter: at its lowest level sqlmap tries about 20. */
  private static final int FEWEST_TECHNIQUES = 15;

  /** Copies them. */
  Sqlmap {
    techniques = Map.copyOf(techniques);
    judged = Set.copyOf(judged);
    found = List.copyOf(found);
    errors = Set.copyOf(errors);
  }

  /** Has it try every parameter of a request, signed in by Basic. */
  static Sqlmap of(Path home, String address, String userName, String... options)
      throws IOException, InterruptedException {
    List<String> call = new ArrayList<>();
    call.addAll(
        List.of(
            ScannerProgram.of("sqlmap").toString(),
            "-u",
            address,
            "--auth-type=Basic",
            "--auth-cred=" + userName + ":" + userName,
            "--batch",
            "--risk",
            "1",
            "--flush-session",
            "--disable-coloring",
            // Otherwise it takes what is no terminal for a list of addresses.
            "--ignore-stdin",
            "--output-dir=" + home.resolve("found")));
    call.addAll(Arrays.asList(options));
    return read(ScannerProgram.run(home, call));
  }

  static Sqlmap read(String said) {
    Map<String, Integer> techniques = new LinkedHashMap<>();
    Set<String> judged = new TreeSet<>();
    List<String> found = new ArrayList<>();
    Set<Integer> errors = new TreeSet<>();
    String tested = "";
    for (String line : said.split("\\R", -1)) {
      Matcher begins = BEGINS.matcher(line);
      Matcher ends = JUDGED.matcher(line);
      Matcher error = ERROR.matcher(line);
      if (begins.find()) {
        tested = begins.group(1);
        techniques.put(tested, 0);
      } else if (TRIES.matcher(line).find() && !tested.isEmpty()) {
        techniques.merge(tested, 1, Integer::sum);
      } else if (ends.find()) {
        judged.add(ends.group(1));
      } else if (error.find()) {
        for (String one : line.split(", ", -1)) {
          errors.add(Integer.valueOf(one.substring(0, 3)));
        }
      }
      if (FINDS.matcher(line).find()) {
        found.add(line);
      }
    }
    return new Sqlmap(techniques, judged, found, errors, said);
  }

  /** Holds that it tried all of these, was answered, and found nothing. */
  void foundNothingIn(Set<String> parameters) {
    assertThat(found).as(said).isEmpty();
    assertThat(judged).as(said).containsExactlyInAnyOrderElementsOf(parameters);
    assertThat(techniques.keySet()).as(said).containsExactlyInAnyOrderElementsOf(parameters);
    assertThat(techniques.values())
        .as(said)
        .allSatisfy(tried -> assertThat(tried).isGreaterThanOrEqualTo(FEWEST_TECHNIQUES));
    assertThat(errors)
        .as("refusals of a value, and nothing else:%n%s", said)
        .isSubsetOf(Set.of(400, 404, 422));
    assertThat(said)
        .doesNotContain(
            "connection timed out",
            "connection reset",
            "unable to connect",
            "connection refused",
            "not authorized",
            "unhandled exception");
  }
}
