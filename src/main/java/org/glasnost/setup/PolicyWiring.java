package org.glasnost.setup;

import java.io.IOException;
import java.util.TreeMap;
import org.glasnost.authority.openid.OpenIdMappings;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.OfficePolicy;
import org.glasnost.policy.OfficeTrainings;
import org.glasnost.policy.PolicyFiles;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.policy.RetentionSchedules;
import org.glasnost.policy.RoleWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the policy that travels in the jar, the registers and what the office decides, once. */
@Configuration(proxyBeanMethods = false)
class PolicyWiring {
  private static final String[] PATTERNS = {
    "classpath*:config/*.yaml",
    "classpath*:config/guides/**/*.yaml",
    "classpath*:processes/**/*.dmn"
  };

  PolicyWiring() {}

  @Bean
  PolicyFiles policyFiles(Environment environment) throws IOException {
    TreeMap<String, byte[]> byPath = new TreeMap<>(RegistersAtStart.files(environment));
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    for (String pattern : PATTERNS) {
      for (Resource resource : files.getResources(pattern)) {
        byPath.put(pathOf(resource), resource.getContentAsByteArray());
      }
    }
    byPath.put(OfficePolicyAtStart.FILE, OfficePolicyAtStart.bytes(environment));
    byPath.put(RetentionAtStart.FILE, RetentionAtStart.bytes(environment));
    byPath.put(OpenIdAtStart.FILE, OpenIdAtStart.bytes(environment));
    return new PolicyFiles(byPath);
  }

  @Bean
  PolicyRelease policyRelease(PolicyFiles files) {
    return files.release();
  }

  @Bean
  Agencies agencies(PolicyFiles files) {
    return files.agencies();
  }

  @Bean
  OpenIdMappings openIdMappings(Environment environment, Agencies agencies) throws IOException {
    return OpenIdAtStart.mappings(environment, agencies);
  }

  @Bean
  RoleWords roleWords(PolicyFiles files) {
    return files.roleWords();
  }

  @Bean
  OfficePolicy officePolicy(PolicyFiles files) {
    return files.officePolicy();
  }

  @Bean
  ReleasePolicy releasePolicy(PolicyFiles files) {
    return files.releasePolicy();
  }

  @Bean
  RetentionSchedules retentionSchedules(PolicyFiles files, Environment environment) {
    return files.retentionSchedules().from(RetentionAtStart.file(environment));
  }

  @Bean
  OfficeTrainings officeTrainings(OfficePolicy office) {
    return office.trainings();
  }

  /** The path from the top of the tree, the same in the jar and in a directory of classes. */
  private static String pathOf(Resource resource) throws IOException {
    String location = resource.getURL().toString();
    int start = Math.max(location.lastIndexOf("/config/"), location.lastIndexOf("/processes/"));
    if (start < 0) {
      throw new IllegalArgumentException("not a file of policy: " + location);
    }
    return location.substring(start + 1);
  }
}
