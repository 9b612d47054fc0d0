package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Submit files to come into force together.
 *
 * @param name how the deployment is to be called; 1 to 200 characters
 * @param source what submits it, or null
 * @param files 1 to 20 files, none empty, none over 1 MiB
 */
public record SubmitDeployment(String name, @Nullable String source, List<DeploymentFile> files) {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FILES = 20;

  /** What stands for bytes that are no UTF-8, and signs that show nothing. */
  private static final Pattern DAMAGED = Pattern.compile("[\\uFFFD\\p{Cc}]");

  /**
   * @throws Refused on ground RULE if a member is absent, empty or too long, on ground TOO_LARGE if
   *     a file is too large or there are too many
   */
  public SubmitDeployment {
    files = List.copyOf(files);
    List<Finding> findings = new ArrayList<>();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      findings.add(
          Finding.error("DPL-0106", "A deployment has a name of 1 to 200 characters.")
              .atMember("/name"));
    } else if (DAMAGED.matcher(name).find()) {
      findings.add(
          Finding.error("DPL-0106", "The name holds a sign that is not UTF-8, or steers a device.")
              .atMember("/name"));
    }
    if (source != null && source.length() > LONGEST_NAME) {
      findings.add(
          Finding.error("DPL-0106", "The source is named in at most 200 characters.")
              .atMember("/source"));
    }
    if (files.isEmpty()) {
      findings.add(
          Finding.error("DPL-0107", "A deployment has at least one file.").atMember("/files"));
    }
    for (DeploymentFile file : files) {
      if (file.size() == 0) {
        findings.add(Finding.error("DPL-0107", "A file is empty.").about(shown(file.name())));
      }
      if (file.name().length() > LONGEST_NAME) {
        findings.add(
            Finding.error("DPL-0106", "The name of a file has at most 200 characters.")
                .about(shown(file.name())));
      }
      if (file.size() > SafeXml.LARGEST) {
        throw new Refused(
            Ground.TOO_LARGE,
            Finding.error("DPL-0002", "A file has at most 1 MiB.").about(shown(file.name())));
      }
    }
    if (files.size() > MOST_FILES) {
      throw new Refused(
          Ground.TOO_LARGE, Finding.error("DPL-0107", "A deployment has at most 20 files."));
    }
    Refused.ifAnyError(findings);
  }

  private static String shown(String fileName) {
    return fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(0, LONGEST_NAME);
  }
}
