/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.commissioning.Step.Verdict;
import steve.loadmanagement.quirk.Quirk;
import steve.loadmanagement.quirk.QuirkProfile.Line;
import steve.loadmanagement.unit.Phase;

/**
 * What a test shows, and the lines of a quirk profile that it proposes.
 *
 * @param follows null: nothing was measured
 * @param slowest reaction of those steps that followed; null: none did
 * @param resumes whether it charged again after 0 A, and no more than it was told; null: it was not seen
 * @param phases conductors that carried current
 * @param proposed with the test as their source
 */
public record Findings(
        @Nullable Boolean follows,
        @Nullable Duration slowest,
        @Nullable Boolean resumes,
        List<Phase> phases,
        Map<Quirk, Line> proposed) {

    /** A reaction that is slower wants a settle time of its own. */
    private static final Duration USUAL = Duration.ofSeconds(15);

    private static final int LONGEST_S = 600;

    /** @param source of the proposed lines, such as the EVSE and the day */
    public static Findings of(Commissioning test, String source) {
        List<Step> steps = test.done();
        List<Verdict> verdicts = steps.stream().map(Step::verdict).toList();
        boolean isMeasured = verdicts.stream().anyMatch(v -> v == Verdict.FOLLOWED || v == Verdict.NOT_FOLLOWED);
        Boolean follows = isMeasured ? (Boolean) !verdicts.contains(Verdict.NOT_FOLLOWED) : null;
        Duration slowest = steps.stream()
                .map(Step::reaction)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Boolean resumes = resumes(steps);
        List<Phase> phases = steps.stream()
                .flatMap(step -> step.phases().stream())
                .distinct()
                .sorted()
                .toList();
        Map<Quirk, Line> proposed = proposed(verdicts, slowest, resumes, source);
        String deadMan = deadMan(test.offline());
        if (deadMan != null) {
            proposed.put(Quirk.DEAD_MAN, new Line(deadMan, source));
        }
        return new Findings(follows, slowest, resumes, phases, proposed);
    }

    /** Whether its grants fall back by themselves; null: nobody saw it. */
    private static @Nullable String deadMan(@Nullable OfflineTrial trial) {
        if (trial == null || trial.state() != OfflineTrial.State.DONE) {
            return null;
        }
        return switch (trial.verdict()) {
            case CONFIRMED -> "yes";
            case NOT_CONFIRMED -> "no";
            case UNPROVEN, UNSEEN -> null;
        };
    }

    /** The last step of the course, after 0 A. */
    private static @Nullable Boolean resumes(List<Step> steps) {
        if (steps.size() < 2 || !steps.get(steps.size() - 2).target().isZero()) {
            return null;
        }
        return switch (steps.getLast().verdict()) {
            case FOLLOWED -> true;
            case NOT_FOLLOWED, TAKES_LESS -> false;
            case REFUSED, NOT_MEASURED, NOT_TOLD -> null;
        };
    }

    private static Map<Quirk, Line> proposed(
            List<Verdict> verdicts, @Nullable Duration slowest, @Nullable Boolean resumes, String source) {
        Map<Quirk, Line> proposed = new EnumMap<>(Quirk.class);
        boolean refusesAll = !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v == Verdict.REFUSED);
        boolean ignoresAll = verdicts.contains(Verdict.NOT_FOLLOWED) && !verdicts.contains(Verdict.FOLLOWED);
        if (refusesAll || ignoresAll) {
            proposed.put(Quirk.CONTROLLABLE, new Line("no", source));
        }
        if (slowest != null && slowest.compareTo(USUAL) > 0) {
            long seconds =
                    Math.min(LONGEST_S, slowest.plus(slowest.dividedBy(2)).toSeconds());
            proposed.put(Quirk.SETTLE_SECONDS, new Line(Long.toString(seconds), source));
        }
        boolean isTooMuch = Boolean.FALSE.equals(resumes) && verdicts.getLast() == Verdict.NOT_FOLLOWED;
        if (isTooMuch && verdicts.contains(Verdict.FOLLOWED)) {
            proposed.put(Quirk.RESUME, new Line("ignores-limit", source));
        }
        return proposed;
    }
}
