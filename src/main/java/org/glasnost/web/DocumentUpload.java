package org.glasnost.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.contract.JsonFindings;
import org.glasnost.document.Registration;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document as it is uploaded: the part {@code metadata}, which is JSON whatever type the client
 * gives it, and the part {@code file}. What is left out is empty here; the rules ask for it.
 */
final class DocumentUpload {
  private static final String METADATA = "metadata";
  private static final String FILE = "file";
  private static final String TOKEN = "_csrf";
  private static final Registration NOTHING_SAID =
      new Registration(null, null, null, null, null, null, null, null, null, null);

  private final Registration metadata;
  private final byte[] text;

  private DocumentUpload(Registration metadata, byte[] text) {
    this.metadata = metadata;
    this.text = text;
  }

  /** What is said of the document. */
  Registration metadata() {
    return metadata;
  }

  /** The bytes of the file. */
  byte[] text() {
    return text;
  }

  static DocumentUpload of(MultipartHttpServletRequest request, JsonMapper json)
      throws IOException, ServletException {
    Map<String, byte[]> parts = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Part part : request.getParts()) {
      String name = part.getName();
      if (name.equals(TOKEN)) {
        continue;
      }
      if (!name.equals(METADATA) && !name.equals(FILE)) {
        findings.add(
            Finding.error("WEB-0002", "There is no such part here; leave it out.").about(name));
      } else if (parts.containsKey(name)) {
        findings.add(
            Finding.error("WEB-0017", "This part is there twice; which is meant?").about(name));
      } else {
        try (InputStream bytes = part.getInputStream()) {
          parts.put(name, bytes.readAllBytes());
        }
      }
    }
    if (!findings.isEmpty()) {
      throw new Refused(Ground.MALFORMED, findings);
    }
    return new DocumentUpload(
        metadata(parts.get(METADATA), json), parts.getOrDefault(FILE, new byte[0]));
  }

  private static Registration metadata(byte @Nullable [] part, JsonMapper json) {
    if (part == null) {
      return NOTHING_SAID;
    }
    try {
      Registration said = json.readValue(part, Registration.class);
      if (said == null) {
        throw JsonFindings.notAnObject();
      }
      return said;
    } catch (JacksonException e) {
      throw JsonFindings.refusal(e);
    }
  }
}
