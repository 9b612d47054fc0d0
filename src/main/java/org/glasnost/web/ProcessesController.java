package org.glasnost.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The process definitions in force, for administrators. */
@RestController
@RequestMapping("/api/processes")
class ProcessesController {
  private final Definitions definitions;
  private final Callers callers;

  ProcessesController(Definitions definitions, Callers callers) {
    this.definitions = definitions;
    this.callers = callers;
  }

  /**
   * One definition with its versions.
   *
   * @param key its key
   * @param name its name in the newest version
   * @param version the number of the newest version
   * @param runningInstances how many instances run, over all versions
   * @param versions every version, newest first
   */
  record DefinitionView(
      String key, String name, int version, long runningInstances, List<VersionView> versions) {

    static DefinitionView of(Definition definition) {
      return new DefinitionView(
          definition.key(),
          definition.newest().name(),
          definition.newest().version(),
          definition.versions().stream().mapToLong(Definition.Version::runningInstances).sum(),
          definition.versions().stream().map(VersionView::of).toList());
    }
  }

  /**
   * One version of a definition.
   *
   * @param version its number, from 1
   * @param name its name in the diagram
   * @param versionTag the tag in the diagram, or null
   * @param deployedAt since when it is in force
   * @param runningInstances how many instances run on it
   * @param suspended whether nothing of it begins or goes on
   */
  record VersionView(
      int version,
      String name,
      @Nullable String versionTag,
      Instant deployedAt,
      long runningInstances,
      boolean suspended) {

    static VersionView of(Definition.Version version) {
      return new VersionView(
          version.version(),
          version.name(),
          version.versionTag(),
          version.deployedAt(),
          version.runningInstances(),
          version.suspended());
    }
  }

  @GetMapping
  ListView<DefinitionView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    DeploymentRights.requireAdministrator(callers.current());
    PageRequest asked = PageRequest.of(limit, after);
    String from = asked.after();
    List<Definition> all = definitions.all();
    if (from != null && all.stream().noneMatch(definition -> definition.key().equals(from))) {
      throw Cursors.neverGiven();
    }
    List<DefinitionView> found =
        all.stream()
            .filter(definition -> from == null || definition.key().compareTo(from) > 0)
            .limit(asked.limit() + 1L)
            .map(DefinitionView::of)
            .toList();
    return asked.page(found, DefinitionView::key);
  }

  @GetMapping(
      path = "/{key}/bpmn",
      produces = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
  ResponseEntity<byte[]> diagram(
      @PathVariable String key, @RequestParam(required = false) @Nullable Integer version) {
    DeploymentRights.requireAdministrator(callers.current());
    byte[] diagram =
        definitions.bpmn(key, Optional.ofNullable(version)).orElseThrow(Refused::notKnown);
    return ResponseEntity.ok().body(diagram);
  }
}
