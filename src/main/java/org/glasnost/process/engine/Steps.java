package org.glasnost.process.engine;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * All that an expression in a definition can name beside variables: the beans that are engine
 * delegates and whose name ends in {@code Step}. A step is fetched when it is named, since steps
 * call use cases and use cases call the engine.
 */
final class Steps extends AbstractMap<Object, Object> {
  private static final String ENDING = "Step";

  private final ListableBeanFactory beans;
  private final Set<String> names;

  Steps(ListableBeanFactory beans) {
    this.beans = beans;
    this.names = new HashSet<>();
    for (String name : beans.getBeanNamesForType(JavaDelegate.class, false, false)) {
      if (name.endsWith(ENDING)) {
        names.add(name);
      }
    }
  }

  /** The names of the steps. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String && names.contains(name);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name instanceof String step && names.contains(step)
        ? beans.getBean(step, JavaDelegate.class)
        : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return names.stream()
        .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
