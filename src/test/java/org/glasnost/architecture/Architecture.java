package org.glasnost.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the architecture over imported classes. Each answers what breaks it, in words, in
 * order; nothing where all is well.
 */
final class Architecture {
  private static final String ENGINE = "org.camunda.";
  private static final Set<String> AFTER_THE_FACT =
      Set.of(
          "org.springframework.scheduling.annotation.Async",
          "org.springframework.transaction.event.TransactionalEventListener",
          "org.springframework.modulith.events.ApplicationModuleListener");
  private static final List<String> DATABASE =
      List.of(
          "jakarta.persistence.EntityManager",
          "org.springframework.jdbc.",
          "org.springframework.data.",
          "javax.sql.");
  private static final String SIGHT = "Sight";

  private final JavaClasses classes;
  private final Rooms rooms;

  Architecture(JavaClasses classes, Rooms rooms) {
    this.classes = classes;
    this.rooms = rooms;
  }

  /** Rooms of the table that hold no class, and packages that lie in no room of the table. */
  List<String> tableAndTree() {
    Set<String> found = new TreeSet<>();
    for (String room : rooms.mayImport().keySet()) {
      if (own().noneMatch(type -> inRoom(type, room))) {
        found.add("room " + room + " is empty");
      }
    }
    own()
        .filter(type -> !rooms.mayImport().containsKey(room(type)))
        .forEach(type -> found.add("package " + type.getPackageName() + " is in no room"));
    return List.copyOf(found);
  }

  /** Imports that the table does not allow. */
  List<String> arrows() {
    Set<String> found = new TreeSet<>();
    own()
        .forEach(
            type ->
                targets(type)
                    .forEach(
                        target -> {
                          String from = room(type);
                          String to = room(target);
                          boolean allowed =
                              from.equals(to)
                                  || rooms.mayImport().getOrDefault(from, Set.of()).contains(to);
                          if (isOwn(target) && !allowed) {
                            found.add(name(type) + " imports " + name(target));
                          }
                        }));
    return List.copyOf(found);
  }

  /** Rooms that reach themselves through others. */
  List<String> cyclesOfRooms() {
    return cycles(this::room);
  }

  /** Packages that reach themselves through others. */
  List<String> cyclesOfPackages() {
    return cycles(JavaClass::getPackageName);
  }

  /** Classes outside one package that see the engine. */
  List<String> engineOutside(String packageName) {
    Set<String> found = new TreeSet<>();
    own()
        .filter(type -> !type.getPackageName().equals(packageName))
        .forEach(
            type ->
                targets(type)
                    .filter(target -> target.getName().startsWith(ENGINE))
                    .forEach(target -> found.add(name(type) + " sees " + target.getName())));
    return List.copyOf(found);
  }

  /**
   * What a place sees besides the JDK, JSpecify, itself and the rooms it may import.
   *
   * @param place a room, or a package below one
   * @param besides the rooms it may import
   */
  List<String> impurities(String place, Set<String> besides) {
    String packageName = rooms.root() + "." + place;
    Set<String> found = new TreeSet<>();
    own()
        .filter(type -> isWithin(type, packageName))
        .forEach(
            type ->
                targets(type)
                    .filter(
                        target ->
                            !target.getName().startsWith("java.")
                                && !target.getName().startsWith("javax.crypto.")
                                && !target.getName().startsWith("org.jspecify.annotations.")
                                && !isWithin(target, packageName)
                                && !(isOwn(target) && besides.contains(room(target))))
                    .forEach(target -> found.add(name(type) + " sees " + target.getName())));
    return List.copyOf(found);
  }

  /** What would happen after the commit or in another thread, unseen by the transaction. */
  List<String> afterTheFact() {
    Set<String> found = new TreeSet<>();
    own()
        .forEach(
            type -> {
              annotations(type).forEach(name -> found.add(name(type) + " is @" + name));
              type.getMethods()
                  .forEach(
                      method ->
                          annotations(method)
                              .forEach(name -> found.add(name(method) + " is @" + name)));
            });
    return List.copyOf(found);
  }

  /** Packages without a package-info that is {@code @NullMarked}. */
  List<String> unmarkedPackages() {
    Set<String> found = new TreeSet<>();
    for (JavaPackage aPackage : packages()) {
      if (!aPackage.isAnnotatedWith(NullMarked.class)) {
        found.add(aPackage.getName() + " is not @NullMarked");
      }
    }
    return List.copyOf(found);
  }

  /**
   * The classes that call a method.
   *
   * @param target class and method, such as {@code document.Documents.inCourse}
   */
  Set<String> callersOf(String target) {
    int dot = target.lastIndexOf('.');
    String owner = target.substring(0, dot);
    String method = target.substring(dot + 1);
    Set<String> found = new TreeSet<>();
    own()
        .forEach(
            type ->
                type.getCodeUnitAccessesFromSelf().stream()
                    .filter(access -> isOwn(access.getTargetOwner()))
                    .filter(access -> name(outermost(access.getTargetOwner())).equals(owner))
                    .filter(access -> access.getTarget().getName().equals(method))
                    .forEach(access -> found.add(name(outermost(type)))));
    found.remove(owner);
    return found;
  }

  /**
   * The classes of some places that speak to the database, each with those of its methods that
   * others can call and that take no {@code Sight}.
   */
  Map<String, Set<String>> withoutSight(Set<String> places) {
    Map<String, Set<String>> found = new TreeMap<>();
    own()
        .filter(type -> isWithinOneOf(type, places))
        .filter(type -> targets(type).anyMatch(Architecture::isDatabase))
        .forEach(
            type -> {
              Set<String> blind =
                  found.computeIfAbsent(name(outermost(type)), ignored -> new TreeSet<>());
              if (type.equals(outermost(type))) {
                type.getMethods().stream()
                    .filter(method -> isCallable(method) && !takesSight(method))
                    .forEach(method -> blind.add(method.getName()));
              }
            });
    return found;
  }

  /** The classes that speak to the database, outside some places. */
  Set<String> speakingToTheDatabase(Set<String> exceptPlaces) {
    Set<String> found = new TreeSet<>();
    own()
        .filter(type -> !isWithinOneOf(type, exceptPlaces))
        .filter(type -> targets(type).anyMatch(Architecture::isDatabase))
        .forEach(type -> found.add(name(outermost(type))));
    return found;
  }

  private static boolean isCallable(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean takesSight(JavaCodeUnit method) {
    return method.getRawParameterTypes().stream()
        .anyMatch(type -> type.getSimpleName().equals(SIGHT));
  }

  private static boolean isDatabase(JavaClass target) {
    return DATABASE.stream().anyMatch(prefix -> target.getName().startsWith(prefix));
  }

  private static Stream<String> annotations(CanBeAnnotated annotated) {
    return AFTER_THE_FACT.stream()
        .filter(annotated::isAnnotatedWith)
        .map(name -> name.substring(name.lastIndexOf('.') + 1));
  }

  private List<String> cycles(Function<JavaClass, String> place) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    own()
        .forEach(
            type ->
                targets(type)
                    .filter(this::isOwn)
                    .filter(target -> !place.apply(target).equals(place.apply(type)))
                    .forEach(
                        target ->
                            arrows
                                .computeIfAbsent(place.apply(type), ignored -> new TreeSet<>())
                                .add(place.apply(target))));
    return arrows.keySet().stream()
        .filter(start -> reaches(arrows, start))
        .map(start -> start + " reaches itself")
        .toList();
  }

  private static boolean reaches(Map<String, Set<String>> arrows, String start) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(arrows.get(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(start)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(arrows.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  private Stream<JavaClass> own() {
    return classes.stream()
        .filter(this::isOwn)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  private boolean isOwn(JavaClass type) {
    return isWithin(type, rooms.root());
  }

  private static boolean isWithin(JavaClass type, String packageName) {
    String name = type.getPackageName();
    return name.equals(packageName) || name.startsWith(packageName + ".");
  }

  private boolean isWithinOneOf(JavaClass type, Set<String> places) {
    return places.stream().anyMatch(place -> isWithin(type, rooms.root() + "." + place));
  }

  private static Stream<JavaClass> targets(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(target -> !target.isPrimitive());
  }

  private Set<JavaPackage> packages() {
    JavaPackage top = classes.getPackage(rooms.root());
    Set<JavaPackage> found = new HashSet<>();
    top.getSubpackagesInTree().stream()
        .filter(aPackage -> !aPackage.getClasses().isEmpty())
        .forEach(found::add);
    return found;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
  }

  private String room(JavaClass type) {
    return rooms.roomOf(type.getPackageName()).orElse("");
  }

  private boolean inRoom(JavaClass type, String room) {
    return room(type).equals(room);
  }

  private String name(JavaClass type) {
    return type.getName().substring(rooms.root().length() + 1);
  }

  private String name(JavaMethod method) {
    return name(method.getOwner()) + "." + method.getName();
  }
}
