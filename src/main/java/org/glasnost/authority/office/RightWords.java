package org.glasnost.authority.office;

import java.util.LinkedHashMap;
import java.util.Map;
import org.glasnost.authority.Right;

/** A right as the journal and the API tell it: its particulars by name, no names of people. */
public final class RightWords {
  private RightWords() {}

  static Map<String, Object> of(Sought sought) {
    return sought.right() == null ? Map.of() : of(sought.right());
  }

  /** The particulars of a right that the journal bears. */
  public static Map<String, Object> of(Right right) {
    Map<String, Object> said = new LinkedHashMap<>();
    switch (right.kind()) {
      case OFFICE -> {
        Right.Office office = (Right.Office) right;
        said.put("position", office.position());
        said.put("agency", office.agency());
      }
      case ROLE -> said.put("role", ((Right.Appointment) right).role().name());
      case CLEARANCE -> said.put("level", ((Right.Clearance) right).level().name());
      case READ_IN -> said.put("compartment", ((Right.Briefing) right).compartment());
      case CITIZENSHIP -> said.put("country", ((Right.Citizen) right).country());
      case NONDISCLOSURE -> said.put("signedOn", ((Right.Agreement) right).signedOn().toString());
      case DELEGATION -> {
        Right.Delegated given = (Right.Delegated) right;
        said.put("authority", given.authority().name());
        said.put("agency", given.agency());
        said.put("toLevel", given.toLevel().name());
      }
      case TRAINING -> {
        Right.Trained done = (Right.Trained) right;
        said.put("training", done.training().name());
        said.put("completedOn", done.completedOn().toString());
      }
    }
    return said;
  }
}
