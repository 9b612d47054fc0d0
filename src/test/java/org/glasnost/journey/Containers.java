package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Docker or podman, whichever this machine has. Base images that are here under the names of the
 * Dockerfile are taken as they are and not looked for elsewhere.
 */
final class Containers {
  private static final String MISSING =
      "There is neither a Docker that answers nor podman with podman-compose. On Debian, as root: "
          + "apt-get install -y --no-install-recommends podman podman-compose runc fuse-overlayfs"
          + " containernetworking-plugins golang-github-containernetworking-plugin-dnsname iptables"
          + " uidmap";
  private static final List<String> BASES =
      List.of("debian:bookworm-slim", "eclipse-temurin:25-jre");
  private static final String MODEST = "30000";
  private static final String ELSEWHERE = "docker.io/library/";

  /**
   * Whom this machine trusts, the build does too: a registry may lie behind a proxy of the house.
   */
  private static final Path AUTHORITIES = Path.of("/etc/ssl/certs");

  /** Where the build in the image finds what Maven has here already. */
  private static final String REPOSITORY = "/maven";

  private final boolean docker;
  private final Map<String, String> environment = new HashMap<>();

  private Containers(boolean docker) {
    this.docker = docker;
  }

  /**
   * Finds one, or fails with the line that installs one.
   *
   * @param directory for settings of podman, where the machine names none
   */
  static Containers find(Path directory) throws IOException, InterruptedException {
    if (works("docker", "info") && works("docker", "compose", "version")) {
      return new Containers(true);
    }
    assertThat(works("podman", "--version") && works("podman-compose", "--version"))
        .as(MISSING)
        .isTrue();
    Containers podman = new Containers(false);
    if (System.getenv("CONTAINERS_CONF") == null) {
      podman.environment.put("CONTAINERS_CONF", modest(directory).toString());
    }
    // Health checks are lost in the other format.
    podman.environment.put("BUILDAH_FORMAT", "docker");
    return podman;
  }

  /** Settings that need neither systemd nor the right to raise limits. */
  private static Path modest(Path directory) throws IOException, InterruptedException {
    String files = hardLimit("Max open files");
    String processes = hardLimit("Max processes");
    String runtime = works("runc", "--version") ? "runtime = \"runc\"\n" : "";
    return Files.writeString(
        directory.resolve("containers.conf"),
        "[containers]\ndefault_ulimits = [\"nofile=%1$s:%1$s\", \"nproc=%2$s:%2$s\"]\n"
                .formatted(files, processes)
            + "[engine]\ncgroup_manager = \"cgroupfs\"\nevents_logger = \"file\"\n"
            + runtime);
  }

  private static String hardLimit(String name) throws IOException {
    try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
      return limits
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip().split("\\s+", 3)[1])
          .map(limit -> limit.equals("unlimited") ? MODEST : limit)
          .map(limit -> String.valueOf(Math.min(Long.parseLong(limit), Long.parseLong(MODEST))))
          .findFirst()
          .orElse(MODEST);
    }
  }

  /** Builds the image from the top of the tree. */
  void build(String tag) throws IOException, InterruptedException {
    List<String> call = new ArrayList<>(List.of("build", "-f", "docker/Dockerfile", "-t", tag));
    if (!docker) {
      call.addAll(List.of("--isolation=chroot", "--network=host"));
      Path repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
      if (Files.isDirectory(repository)) {
        call.addAll(List.of("-v", repository + ":" + REPOSITORY));
        call.addAll(List.of("--build-arg", "MAVEN_OPTS=-Dmaven.repo.local=" + REPOSITORY));
      }
      if (Files.isDirectory(AUTHORITIES)) {
        // Laid over and not read-only: Debian's Java keeps its own list there.
        call.addAll(List.of("-v", AUTHORITIES + ":" + AUTHORITIES + ":O"));
      }
      boolean here = true;
      for (String base : BASES) {
        here &= here(base);
      }
      call.addAll(
          here ? List.of("--pull=never") : List.of("--build-arg", "BASE_REGISTRY=" + ELSEWHERE));
    }
    call.add(".");
    run(call.toArray(String[]::new));
  }

  private boolean here(String image) throws IOException, InterruptedException {
    return started(List.of("podman", "image", "exists", image)).waitFor() == 0;
  }

  /** Runs docker or podman; what it wrote, after it ended with 0. */
  String run(String... arguments) throws IOException, InterruptedException {
    return call(Stream.concat(Stream.of(engine()), Stream.of(arguments)).toList());
  }

  /** Runs docker or podman with something on its standard input. */
  String feed(String input, String... arguments) throws IOException, InterruptedException {
    Process process = started(Stream.concat(Stream.of(engine()), Stream.of(arguments)).toList());
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    return finished(process);
  }

  /** Its exit status and no more. */
  int status(String... arguments) throws IOException, InterruptedException {
    Process process = started(Stream.concat(Stream.of(engine()), Stream.of(arguments)).toList());
    process.getOutputStream().close();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  /** What a container wrote, on both of its outputs. */
  String log(String container) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(engine(), "logs", container).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return finished(builder.start());
  }

  /** Whether the health check that the image carries says that it is well. */
  boolean healthy(String container) throws IOException, InterruptedException {
    return docker
        ? run("inspect", "--format", "{{.State.Health.Status}}", container).equals("healthy")
        : status("healthcheck", "run", container) == 0;
  }

  /** Runs compose on the file of the tree. */
  String compose(String project, Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    List<String> call =
        new ArrayList<>(docker ? List.of("docker", "compose") : List.of("podman-compose"));
    call.addAll(List.of("-p", project, "-f", "docker/compose.yaml"));
    call.addAll(List.of(arguments));
    Map<String, String> before = Map.copyOf(environment);
    environment.putAll(settings);
    try {
      return call(call);
    } finally {
      environment.clear();
      environment.putAll(before);
    }
  }

  /**
   * Makes the network of a project as compose.yaml says; podman-compose takes one that is there,
   * and by itself would give it another gateway than the proxy that compose.yaml trusts.
   */
  void network(String project) throws IOException, InterruptedException {
    if (!docker) {
      String described = Files.readString(Path.of("docker/compose.yaml"));
      run(
          "network",
          "create",
          "--subnet=" + value(described, "subnet"),
          "--gateway=" + value(described, "gateway"),
          project + "_default");
    }
  }

  private static String value(String described, String name) {
    return described
        .lines()
        .map(line -> line.replace("-", "").strip())
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  /** The container of a service; what joins its name differs between the two. */
  String container(String project, String service) {
    String joint = docker ? "-" : "_";
    return project + joint + service + joint + "1";
  }

  private String engine() {
    return docker ? "docker" : "podman";
  }

  private String call(List<String> call) throws IOException, InterruptedException {
    return finished(started(call));
  }

  private Process started(List<String> call) throws IOException {
    // What is wrong goes to the log of the tests: a password that is read must be that alone.
    ProcessBuilder builder =
        new ProcessBuilder(call).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String finished(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private static boolean works(String... call) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
