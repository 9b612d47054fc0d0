package org.glasnost.release;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.policy.OfficeDay;
import org.glasnost.release.copy.ReleasedCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of released copies. What stands here is open to every signed-in caller: it was made
 * without what is withheld.
 */
@Component
public class ReleaseRegister {
  private final JdbcClient jdbc;
  private final SealedJson sealed;
  private final OfficeDay officeDay;

  ReleaseRegister(JdbcClient jdbc, SealedJson sealed, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.officeDay = officeDay;
  }

  /** Whether a document has a released copy. */
  public boolean holds(UUID document) {
    return jdbc.sql("select count(*) from release where document = ?")
            .param(document)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The released copy of a document; empty before its release. */
  public Optional<ReleasedCopy> copy(UUID document) {
    return jdbc.sql("select copy_item from release where document = ?")
        .param(document)
        .query(UUID.class)
        .optional()
        .map(item -> sealed.read(item, ReleasedCopy.class));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void add(UUID document, UUID review, ReleasedCopy copy, UUID by) {
    LocalDate today = officeDay.today();
    jdbc.sql(
            "insert into release (document, review, copy_item, in_part, released_on, released_at,"
                + " released_by) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            document,
            review,
            sealed.store(document, ContentKind.RELEASED_COPY, copy),
            copy.inPart(),
            today,
            Timestamp.from(officeDay.now()),
            by)
        .update();
  }
}
