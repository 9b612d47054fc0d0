package org.glasnost.process.engine;

import java.util.Optional;
import java.util.Set;

/** What must be known of the engine to judge a file that might come into force. */
public interface InForce {

  /** The newest version of the definition in force; 0 where there is none. */
  int latestVersion(String processKey);

  /** The keys of all definitions in force. */
  Set<String> keys();

  /** The file of a version in force, as it was deployed; empty where there is none. */
  Optional<byte[]> model(String processKey, int version);

  /** The key of the definition that a message of that name starts, if any is in force. */
  Optional<String> startedBy(String message);

  /** Names of the steps that a service task may call. */
  Set<String> steps();

  /** Why the engine could not read the file; empty if it could. Nothing is deployed. */
  Optional<String> unreadable(String fileName, byte[] bytes);
}
