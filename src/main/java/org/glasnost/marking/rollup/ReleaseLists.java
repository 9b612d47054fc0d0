package org.glasnost.marking.rollup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.rule.Citation;

/**
 * Those whom every portion may be released, or at least displayed, to.
 *
 * <p>A group that stands in every list stands as it is. Otherwise only groups whose members the
 * marking system itself names are expanded; any other keeps its name and is met by nothing else
 * (C16 D.2 Table 3: its originator's leave is needed).
 *
 * @param common trigraphs and groups
 */
record ReleaseLists(Set<String> common) {

  static ReleaseLists ofReleases(List<Marking> portions) {
    return of(portions, false);
  }

  /** To whom every portion may at least be displayed: by release or for display. */
  static ReleaseLists ofDisplays(List<Marking> portions) {
    return of(portions, true);
  }

  private static ReleaseLists of(List<Marking> portions, boolean display) {
    Set<String> everywhere = new TreeSet<>(own(portions.get(0), display));
    Set<String> members = new TreeSet<>(expanded(portions.get(0), display));
    for (Marking portion : portions) {
      everywhere.retainAll(own(portion, display));
      members.retainAll(expanded(portion, display));
    }
    Set<String> common = new TreeSet<>(everywhere);
    Set<String> covered = new TreeSet<>();
    everywhere.forEach(code -> covered.addAll(Countries.expand(code)));
    members.stream().filter(code -> !covered.contains(code)).forEach(common::add);
    return new ReleaseLists(common);
  }

  private static Set<String> expanded(Marking portion, boolean display) {
    Set<String> expanded = new TreeSet<>();
    own(portion, display).forEach(code -> expanded.addAll(Countries.expand(code)));
    return expanded;
  }

  private static Set<String> own(Marking portion, boolean display) {
    Set<String> own = new LinkedHashSet<>(portion.relTo());
    Set<String> listed = Countries.expand(portion.relTo());
    portion.joint().stream().filter(owner -> !listed.contains(owner)).forEach(own::add);
    if (display) {
      own.addAll(portion.displayOnlyTo());
    }
    if (!own.isEmpty()) {
      own.add("USA");
    }
    return own;
  }

  /** Groups of some list that the marking system does not let anyone expand. */
  static Set<String> unexpanded(List<Marking> portions) {
    Set<String> groups = new TreeSet<>();
    for (Marking portion : portions) {
      for (String code : own(portion, true)) {
        if (code.length() > 3 && Countries.expand(code).equals(Set.of(code))) {
          groups.add(code);
        }
      }
    }
    return groups;
  }

  /** The sources of groups that may be expanded, but whose members were not read. */
  static Set<Citation> unreadGroups(List<Marking> portions) {
    Set<Citation> sources = new LinkedHashSet<>();
    for (Marking portion : portions) {
      for (String code : own(portion, true)) {
        RegisterEntry group = MarkingRegister.cnsi().token(RegisterCategory.GROUP, code);
        if (group != null
            && !group.members().isEmpty()
            && group.cite().standing() != Citation.Standing.READ) {
          sources.add(group.cite());
        }
      }
    }
    return sources;
  }

  boolean hasForeign() {
    return common.stream().anyMatch(code -> !code.equals("USA"));
  }

  List<String> codes() {
    Set<String> all = new LinkedHashSet<>(common);
    all.add("USA");
    return all.stream().sorted(Countries.RELEASE_ORDER).toList();
  }

  List<String> withoutUsa() {
    return codes().stream().filter(code -> !code.equals("USA")).toList();
  }
}
