package org.glasnost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.process.deployment.DeploymentFile;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files of a multipart request, whatever their parts are called. */
final class UploadedFiles {

  private UploadedFiles() {}

  static List<DeploymentFile> of(MultipartHttpServletRequest request) {
    List<DeploymentFile> files = new ArrayList<>();
    for (List<MultipartFile> parts : request.getMultiFileMap().values()) {
      for (MultipartFile part : parts) {
        String name = part.getOriginalFilename();
        try {
          files.add(
              new DeploymentFile(
                  name == null || name.isBlank() ? part.getName() : name, part.getBytes()));
        } catch (IOException e) {
          throw new UncheckedIOException("an upload could not be read to its end", e);
        }
      }
    }
    return files;
  }
}
