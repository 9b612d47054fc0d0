package org.glasnost.process.engine;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Knows no script language, whatever lies on the class path. */
final class NoScripts implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // The engine offers its own languages at start; none is taken.
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return new None();
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new IllegalStateException("a definition may not carry a script: " + language);
  }

  private static final class None extends ScriptEngineManager {
    None() {
      super(null);
    }

    @Override
    public List<ScriptEngineFactory> getEngineFactories() {
      return List.of();
    }
  }
}
