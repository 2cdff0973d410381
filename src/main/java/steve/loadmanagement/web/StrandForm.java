/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Fallback.School;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Margin;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;

/**
 * A strand as it comes in. Currents in mA on each phase, power in W.
 *
 * @param parent id of the strand that feeds it, or null
 * @param version the one that was loaded; only for a change
 */
record StrandForm(
        @Nullable String name,
        @Nullable Integer parent,
        @Nullable Map<String, @Nullable Integer> limitMa,
        @Nullable Integer limitW,
        @Nullable String school,
        @Nullable Integer fallbackMa,
        @Nullable Integer fallbackAfterS,
        @Nullable String mode,
        @Nullable String measure,
        @Nullable String others,
        @Nullable Integer unbalanceMa,
        @Nullable Integer marginMa,
        @Nullable Integer marginPercent,
        @Nullable Boolean closedLoop,
        @Nullable Integer version) {

    private static final int LONGEST_NAME = 100;

    /**
     * The strand it describes.
     *
     * @throws InvalidSite with every problem that stands in the form itself
     */
    Strand strand(StrandId id) {
        List<Problem> problems = new ArrayList<>();
        String checkedName = name == null ? "" : name.strip();
        if (checkedName.isEmpty()) {
            problems.add(problem("name", "a strand needs a name"));
        } else if (checkedName.length() > LONGEST_NAME) {
            problems.add(problem("name", "a name has at most " + LONGEST_NAME + " characters"));
        }
        Limit limit = limit(problems);
        Fallback fallback = fallback(problems);
        Mode checkedMode = choice("mode", Mode.class, mode, Mode.OBSERVE, problems);
        Sharing sharing = new Sharing(
                choice("measure", Sharing.Measure.class, measure, Sharing.DEFAULT.measure(), problems),
                choice("others", Sharing.Others.class, others, Sharing.DEFAULT.others(), problems));
        if (!problems.isEmpty() || limit == null) {
            throw new InvalidSite(problems);
        }
        return new Strand(
                id,
                checkedName,
                parent == null ? null : new StrandId(parent),
                limit,
                Voltage.NOMINAL,
                fallback,
                checkedMode,
                sharing,
                unbalanceMa == null ? null : Current.ofMilliamps(unbalanceMa),
                new Margin(
                        Current.ofMilliamps(marginMa == null ? 0 : marginMa),
                        marginPercent == null ? 0 : marginPercent),
                closedLoop != null && closedLoop);
    }

    private @Nullable Limit limit(List<Problem> problems) {
        PhaseCurrents currents = currents(problems);
        if (currents == null
                && limitW == null
                && problems.stream().noneMatch(p -> p.field().equals("limit"))) {
            problems.add(problem("limit", "a strand needs a limit, in A on each phase, in kW, or both"));
        }
        return currents == null && limitW == null
                ? null
                : new Limit(currents, limitW == null ? null : Power.ofWatts(limitW), LimitSource.RATING);
    }

    private @Nullable PhaseCurrents currents(List<Problem> problems) {
        if (limitMa == null || limitMa.values().stream().allMatch(java.util.Objects::isNull)) {
            return null;
        }
        Integer l1 = limitMa.get("L1");
        Integer l2 = limitMa.get("L2");
        Integer l3 = limitMa.get("L3");
        if (l1 == null || l2 == null || l3 == null) {
            problems.add(problem("limit", "a limit in A is given for L1, L2 and L3, or for none"));
            return null;
        }
        return new PhaseCurrents(Current.ofMilliamps(l1), Current.ofMilliamps(l2), Current.ofMilliamps(l3));
    }

    private Fallback fallback(List<Problem> problems) {
        School chosen = choice("school", School.class, school, School.BLOCK, problems);
        if (chosen == School.BLOCK) {
            return new Fallback.Block();
        }
        if (fallbackAfterS != null && fallbackAfterS <= 0) {
            problems.add(
                    problem("fallbackAfter", "a fallback comes after some time, not after " + fallbackAfterS + " s"));
        }
        if (fallbackMa == null || fallbackMa <= 0) {
            problems.add(problem("fallback", "a fallback is above 0 A; to allow nothing, choose block"));
            return new Fallback.Block();
        }
        Duration after = fallbackAfterS == null || fallbackAfterS <= 0
                ? Fallback.USUAL_SILENCE
                : Duration.ofSeconds(fallbackAfterS);
        return Fallback.of(chosen, Current.ofMilliamps(fallbackMa), after);
    }

    private <E extends Enum<E>> E choice(
            String field, Class<E> type, @Nullable String text, E ifMissing, List<Problem> problems) {
        if (text == null) {
            return ifMissing;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(
                            problem(field, "is one of " + Arrays.toString(type.getEnumConstants()) + ", not " + text));
                    return ifMissing;
                });
    }

    private Problem problem(String field, String message) {
        return new Problem(name == null ? "strand" : name, field, message);
    }
}
