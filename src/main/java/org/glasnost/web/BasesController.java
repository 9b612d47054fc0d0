package org.glasnost.web;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.access.Sights;
import org.glasnost.declassification.Basis;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.policy.OfficeDay;
import org.glasnost.review.WithholdingBases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** On what grounds words of a document may be withheld. */
@RestController
public class BasesController {
  private final Documents documents;
  private final WithholdingBases bases;
  private final Sights sights;
  private final Callers callers;
  private final OfficeDay officeDay;

  BasesController(
      Documents documents,
      WithholdingBases bases,
      Sights sights,
      Callers callers,
      OfficeDay officeDay) {
    this.documents = documents;
    this.bases = bases;
    this.sights = sights;
    this.callers = callers;
    this.officeDay = officeDay;
  }

  /** A basis. */
  public record BasisView(String code, String meaning, boolean keepsClassified, String cite) {
    static BasisView of(Basis basis) {
      return new BasisView(
          basis.code(), basis.meaning(), basis.keepsClassified(), basis.source().shown());
    }
  }

  /** The bases that serve for a document of this age; besides, any {@code STATUTE <cite>}. */
  @GetMapping("/api/policy/bases")
  ListView<BasisView> bases(@RequestParam UUID document) {
    Document known = documents.visible(sights.of(callers.current()), document);
    List<Basis> admissible = bases.admissible(known.documentDate(), officeDay.today());
    return ListView.whole(admissible.stream().map(BasisView::of).toList());
  }
}
