package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines to read.
 *
 * @param lines at most 1,000; required
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ParseRequest(
    @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable LineRequest> lines) {}
