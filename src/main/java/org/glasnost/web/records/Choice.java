package org.glasnost.web.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.document.Dossier;
import org.glasnost.marking.rollup.HeldBanner;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is offered for choice.
 *
 * @param id its id
 * @param title its title
 * @param date its date, or null
 * @param agency the originating one, or null
 * @param item case and item as they are written, or null
 * @param banner what it is held at
 */
record Choice(
    UUID id,
    String title,
    @Nullable LocalDate date,
    @Nullable String agency,
    @Nullable String item,
    String banner) {

  /** What tells it from others of the same title, in a line. */
  public String particulars() {
    List<String> particulars = new ArrayList<>();
    if (date != null) {
      particulars.add(date.toString());
    }
    particulars.add(agency == null ? "originating agency not known" : agency);
    if (item != null) {
      particulars.add(item);
    }
    particulars.add(banner);
    return String.join(" · ", particulars);
  }

  static List<Choice> of(List<Dossier> dossiers) {
    return dossiers.stream().map(Choice::of).toList();
  }

  static Choice of(Dossier dossier) {
    var document = dossier.document();
    String number = document.caseNumber();
    return new Choice(
        document.id(),
        dossier.words().title(),
        document.documentDate(),
        document.originatingAgency(),
        number == null || document.item() == null ? number : number + " #" + document.item(),
        HeldBanner.of(dossier.protection()).shown());
  }
}
