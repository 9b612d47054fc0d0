package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.rollup.RollUp;
import org.jspecify.annotations.Nullable;

/**
 * Portion marks to roll up.
 *
 * @param portions the marks, at most 1,000; required
 * @param banner gives the list that a bare REL bears
 * @param documentDate the day of the document
 * @param context whether release markings are required; OTHER where absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RollUpRequest(
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> portions,
    @Nullable String banner,
    @Nullable LocalDate documentDate,
    RollUp.@Nullable Context context) {}
