package org.glasnost.marking.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Countries;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * From the marks of the portions to the banner (C16 D.2 Table 3). One use per roll-up.
 *
 * <p>Release markings: NOFORN anywhere wins; else what every classified portion is released to;
 * else NOFORN where one portion is released and another says nothing. Unclassified portions without
 * a release marking restrict nobody.
 */
public final class RollUp {
  /** Whether release markings are required. */
  public enum Context {
    /** An intelligence product: each classified portion bears a release marking. */
    IC_PRODUCT,
    /** Anything else. */
    OTHER
  }

  private static final LocalDate TABLE_2 = LocalDate.of(2010, 6, 28);
  private static final Set<String> DROPPED = Set.of("FOUO", "LIMDIS", "SBU", "SBU_NF");
  private static final Set<String> BY_RULE =
      Set.of(
          "NOFORN",
          "RELIDO",
          "REL_TO",
          "DISPLAY_ONLY",
          "ORCON",
          "ORCON_USGOV",
          "NODIS",
          "EXDIS",
          "EYES");

  private final List<Marking> portions;
  private final @Nullable LocalDate date;
  private final Context context;
  private final List<RolledUp.Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean withoutList;
  private final Set<String> controls = new LinkedHashSet<>();

  private RollUp(List<Marking> portions, @Nullable LocalDate date, Context context) {
    this.portions = portions;
    this.date = date;
    this.context = context;
  }

  /**
   * Rolls portions up.
   *
   * @param portions what the portion marks say, in order
   * @param inherited the list that a bare REL bears; empty where the banner gives none
   * @param date the day of the document, or null
   * @param context whether release markings are required
   */
  public static RolledUp of(
      List<Marking> portions, List<String> inherited, @Nullable LocalDate date, Context context) {
    List<Marking> complete = new ArrayList<>();
    RollUp rollUp = new RollUp(complete, date, context);
    for (int i = 0; i < portions.size(); i++) {
      complete.add(rollUp.inherit(portions.get(i), inherited, i));
    }
    return rollUp.roll();
  }

  private Marking inherit(Marking portion, List<String> inherited, int index) {
    if (!portion.has("REL_TO") || !portion.relTo().isEmpty()) {
      return portion;
    }
    if (inherited.isEmpty()) {
      findings.add(
          MarkingRule.REL_TO_ALONE
              .by("REL", "A bare REL needs the list of the banner.")
              .atMember("/portions/" + index));
      withoutList = true;
      return portion;
    }
    step(RollUpRule.REL_INHERITED, String.join(", ", inherited));
    return new Marking(
        portion.level(),
        portion.controls(),
        portion.recipients(),
        portion.codewords(),
        portion.sci(),
        portion.sap(),
        portion.aea(),
        portion.fgi(),
        portion.nonUs(),
        portion.joint(),
        inherited,
        portion.displayOnlyTo(),
        portion.cui());
  }

  private RolledUp roll() {
    if (portions.isEmpty() || open() || withoutList) {
      return new RolledUp(null, null, steps, findings);
    }
    if (portions.stream().distinct().count() == 1 && !portions.get(0).joint().isEmpty()) {
      Marking same = portions.get(0);
      step(RollUpRule.HIGHEST_LEVEL, "All portions are alike.");
      return new RolledUp(same, Rendering.banner(same), steps, findings);
    }
    ClassificationLevel level = level();
    boolean classified = level != ClassificationLevel.UNCLASSIFIED;
    Set<String> sci = SciUnion.of(portions.stream().flatMap(p -> p.sci().stream()).toList());
    Set<String> sap = union(Marking::sap);
    List<String> aea = AtomicUnion.of(portions, step -> step(RollUpRule.AEA_PRECEDENCE, step));
    if (!sci.isEmpty() || !sap.isEmpty() || !aea.isEmpty()) {
      step(
          RollUpRule.UNION,
          String.join(", ", sci) + String.join(", ", sap) + String.join(", ", aea));
    }
    Set<String> fgi = foreign();
    caveats(classified);
    Release release = release(classified);
    Marking banner =
        new Marking(
            StatedLevel.valueOf(level.name()),
            List.copyOf(controls),
            List.of(),
            List.of(),
            List.copyOf(sci),
            List.copyOf(sap),
            aea,
            List.copyOf(fgi),
            null,
            List.of(),
            release.relTo,
            release.displayOnly,
            List.copyOf(union(Marking::cui)));
    if (!banner.cui().isEmpty()) {
      step(RollUpRule.CUI, String.join(", ", banner.cui()));
    }
    return new RolledUp(banner, Rendering.banner(banner), steps, findings);
  }

  private boolean open() {
    boolean open = false;
    for (int i = 0; i < portions.size(); i++) {
      StatedLevel level = portions.get(i).level();
      if ((level == null || level == StatedLevel.NONE) && portions.get(i).nonUs() == null) {
        open = true;
        findings.add(
            new Finding(
                    RollUpRule.UNREADABLE.id(),
                    Severity.ERROR,
                    RollUpRule.UNREADABLE.sentence(),
                    null,
                    null,
                    null,
                    List.of(RollUpRule.UNREADABLE.citation()))
                .atMember("/portions/" + i));
      }
    }
    return open;
  }

  private ClassificationLevel level() {
    ClassificationLevel highest = ClassificationLevel.UNCLASSIFIED;
    for (Marking portion : portions) {
      StatedLevel level = portion.level();
      highest =
          highest.join(
              level == null
                  ? ClassificationLevel.CONFIDENTIAL
                  : level.protection().orElse(ClassificationLevel.CONFIDENTIAL));
    }
    step(RollUpRule.HIGHEST_LEVEL, highest.banner());
    return highest;
  }

  private interface Part {
    List<String> of(Marking marking);
  }

  private Set<String> union(Part part) {
    Set<String> all = new TreeSet<>();
    portions.forEach(portion -> all.addAll(part.of(portion)));
    return all;
  }

  private Set<String> foreign() {
    Set<String> sources = new TreeSet<>(union(Marking::fgi));
    for (Marking portion : portions) {
      String owner = portion.nonUs();
      if (owner != null && !owner.startsWith("FGI")) {
        sources.add(owner.startsWith("COSMIC") ? "NATO" : owner.split(" ", 2)[0]);
        step(RollUpRule.FGI_FROM_FOREIGN, owner);
      }
      if (!portion.joint().isEmpty()) {
        sources.addAll(portion.joint());
        step(RollUpRule.JOINT_MIXED, String.join(" ", portion.joint()));
      }
    }
    sources.remove("USA");
    if (sources.contains("FGI") && sources.size() > 1) {
      step(RollUpRule.FGI_CONCEALED, "FGI");
      return Set.of("FGI");
    }
    return sources;
  }

  /** Controls that do not speak of release. */
  private void caveats(boolean classified) {
    Set<String> all = union(Marking::controls);
    for (String control : all) {
      if (BY_RULE.contains(control)) {
        continue;
      }
      if (classified && DROPPED.contains(control)) {
        step(control.equals("SBU_NF") ? RollUpRule.SBU_NOFORN : RollUpRule.DROPPED, control);
        if (control.equals("SBU_NF")) {
          controls.add("NOFORN");
        }
      } else if (classified && control.equals("LES_NF")) {
        controls.add("LES");
        controls.add("NOFORN");
        step(RollUpRule.KEPT, "LES, NOFORN");
      } else {
        controls.add(control);
        step(RollUpRule.KEPT, control);
      }
    }
    if (all.contains("ORCON")) {
      controls.add("ORCON");
    } else if (all.contains("ORCON_USGOV")) {
      controls.add("ORCON_USGOV");
    }
    if (all.contains("ORCON") && all.contains("ORCON_USGOV")) {
      step(RollUpRule.ORCON, "ORCON");
    }
    if (all.contains("NODIS") || all.contains("EXDIS")) {
      String kept = all.contains("NODIS") ? "NODIS" : "EXDIS";
      controls.add(kept);
      controls.add("NOFORN");
      step(RollUpRule.NODIS, kept);
    }
  }

  private static final class Release {
    private final List<String> relTo;
    private final List<String> displayOnly;

    Release(List<String> relTo, List<String> displayOnly) {
      this.relTo = relTo;
      this.displayOnly = displayOnly;
    }
  }

  private static final Release NOBODY = new Release(List.of(), List.of());

  private Release release(boolean classified) {
    if (union(Marking::controls).contains("NOFORN") || controls.contains("NOFORN")) {
      return noforn(RollUpRule.NOFORN, "NOFORN");
    }
    List<Marking> counted =
        portions.stream().filter(p -> !classified || p.isClassified() || speaks(p)).toList();
    boolean anySpeaks = counted.stream().anyMatch(RollUp::speaks);
    boolean allSpeak = counted.stream().allMatch(RollUp::speaks);
    if (!anySpeaks) {
      return unmarked(classified, counted);
    }
    if (!allSpeak) {
      return noforn(RollUpRule.REL_TO_UNMARKED, "One classified portion bears no release marking.");
    }
    boolean everyRelido = counted.stream().allMatch(p -> p.has("RELIDO"));
    boolean anyRelido = counted.stream().anyMatch(p -> p.has("RELIDO"));
    boolean anyList = counted.stream().anyMatch(RollUp::hasList);
    boolean orcon = controls.contains("ORCON") || controls.contains("ORCON_USGOV");
    if (everyRelido && !orcon) {
      controls.add("RELIDO");
    } else if (anyRelido) {
      step(RollUpRule.RELIDO_NOT_ALL, "RELIDO");
    }
    if (!anyList) {
      return everyRelido && !orcon ? NOBODY : noforn(RollUpRule.RELIDO_NOT_ALL, "NOFORN");
    }
    if (!counted.stream().allMatch(RollUp::hasList)) {
      return noforn(RollUpRule.RELIDO_NOT_ALL, "REL TO on one portion, RELIDO alone on another.");
    }
    return lists(counted);
  }

  private Release lists(List<Marking> counted) {
    Lists released = Lists.ofReleases(counted);
    Lists displayed = Lists.ofDisplays(counted);
    if (released.hasForeign() && counted.stream().noneMatch(p -> !p.displayOnlyTo().isEmpty())) {
      step(RollUpRule.REL_TO_COMMON, String.join(", ", released.codes()));
      return new Release(released.codes(), List.of());
    }
    if (displayed.hasForeign()) {
      step(RollUpRule.DISPLAY_ONLY, String.join(", ", displayed.codes()));
      if (released.hasForeign()) {
        step(RollUpRule.REL_TO_COMMON, String.join(", ", released.codes()));
        List<String> only = new ArrayList<>(displayed.codes());
        only.removeAll(released.codes());
        return new Release(released.codes(), only);
      }
      return new Release(List.of(), displayed.withoutUsa());
    }
    return noforn(RollUpRule.REL_TO_EMPTY, "NOFORN");
  }

  private Release unmarked(boolean classified, List<Marking> counted) {
    if (!classified) {
      return NOBODY;
    }
    if (context == Context.OTHER) {
      step(RollUpRule.NO_RELEASE_MARKING, "None");
      return NOBODY;
    }
    findings.add(
        MarkingRule.RELEASE_MARKING_MISSING.by(
            "REL", "A classified portion of an intelligence product bears no release marking."));
    boolean caveated =
        counted.stream()
            .anyMatch(
                p ->
                    !p.controls().isEmpty()
                        || !p.sci().isEmpty()
                        || !p.sap().isEmpty()
                        || !p.aea().isEmpty()
                        || !p.fgi().isEmpty()
                        || p.nonUs() != null);
    boolean relido = date != null && !date.isBefore(TABLE_2) && !caveated;
    if (relido) {
      controls.add("RELIDO");
      step(RollUpRule.TABLE_2, "RELIDO");
      return NOBODY;
    }
    return noforn(RollUpRule.TABLE_2, "NOFORN");
  }

  private Release noforn(RollUpRule rule, String message) {
    controls.remove("RELIDO");
    controls.add("NOFORN");
    step(rule, message);
    return NOBODY;
  }

  private static boolean speaks(Marking portion) {
    return portion.has("NOFORN") || portion.has("RELIDO") || hasList(portion);
  }

  private static boolean hasList(Marking portion) {
    return !portion.relTo().isEmpty()
        || !portion.displayOnlyTo().isEmpty()
        || !portion.joint().isEmpty();
  }

  private void step(RollUpRule rule, String message) {
    RolledUp.Step step = new RolledUp.Step(rule, rule.sentence() + " (" + message + ")");
    if (!steps.contains(step)) {
      steps.add(step);
    }
  }

  /** What all portions have in common. */
  private record Lists(Set<String> common) {

    static Lists ofReleases(List<Marking> portions) {
      return of(portions, false);
    }

    /** To whom every portion may at least be displayed: by release or for display. */
    static Lists ofDisplays(List<Marking> portions) {
      return of(portions, true);
    }

    private static Lists of(List<Marking> portions, boolean display) {
      boolean alike = portions.stream().map(p -> own(p, display)).distinct().count() == 1;
      Set<String> common = null;
      for (Marking portion : portions) {
        Set<String> expanded = new LinkedHashSet<>();
        for (String code : own(portion, display)) {
          if (alike) {
            expanded.add(code);
          } else {
            expanded.addAll(Countries.expand(code));
          }
        }
        if (common == null) {
          common = expanded;
        } else {
          common.retainAll(expanded);
        }
      }
      return new Lists(common == null ? Set.of() : common);
    }

    private static Set<String> own(Marking portion, boolean display) {
      Set<String> own = new LinkedHashSet<>(portion.relTo());
      own.addAll(portion.joint());
      if (display) {
        own.addAll(portion.displayOnlyTo());
        own.add("USA");
      }
      return own;
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
}
