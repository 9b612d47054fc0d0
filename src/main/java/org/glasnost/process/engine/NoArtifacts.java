package org.glasnost.process.engine;

import org.camunda.bpm.engine.ArtifactFactory;

/** Makes nothing: a definition that names a class does not get an instance of it. */
final class NoArtifacts implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new IllegalStateException("a definition may not name a class: " + type.getName());
  }
}
